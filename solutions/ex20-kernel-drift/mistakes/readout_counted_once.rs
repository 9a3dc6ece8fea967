//! In the readout's entries a factor 2 is missing: Θ̂ contains aᵢ², once from each of the two gradients.
//!
//! Chapter 20, "The gradient of the kernel".

use nalgebra::{DMatrix, DVector};

pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let mut all = crate::solution::kernel_gradient(w, a, x, y);
    all.rows_mut(w.len(), a.len()).scale_mut(0.5);
    all
}
