//! The gradient is taken at the two ends alone. The bound needs the steepest place of the whole way, and
//! that may lie between two flat ends: look at all `pieces` + 1 points.
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
    crate::solution::drift_and_bound(w, a, dw, da, x, y, 1)
}
