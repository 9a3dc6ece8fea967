//! The distances of the two layers were added. The parameters are one vector: its norm is the root of
//! the sum of both squares.
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
    let (change, bound) = crate::solution::drift_and_bound(w, a, dw, da, x, y, pieces);
    let distance = (dw.norm_squared() + da.norm_squared()).sqrt();
    let ratio = if distance == 0.0 { 0.0 } else { (dw.norm() + da.norm()) / distance };
    (change, bound * ratio)
}
