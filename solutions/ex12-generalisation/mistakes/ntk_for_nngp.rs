//! You used Θ as the covariance of f₀. Θ says how outputs move, K how they lie before training; Θ is the
//! larger one, for it has all layers in it.
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let _ = nngp;
    crate::solution::ensemble_law(theta, theta, y, t)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let _ = nngp;
    crate::solution::error_parts(theta, theta, truth, m, sigma, t)
}
