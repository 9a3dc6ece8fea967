//! The gradient was taken at the start only. It changes on the way: without the largest value on the
//! whole segment the product need not be a bound.
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
    _pieces: usize,
) -> (f64, f64) {
    let (change, _) = crate::solution::drift_and_bound(w, a, dw, da, x, y, 1);
    let distance = (dw.norm_squared() + da.norm_squared()).sqrt();
    (change, distance * crate::solution::kernel_gradient(w, a, x, y).norm())
}
