//! The two kernels have changed places: Θ moves the outputs, so it makes A; K is the covariance of f₀, so
//! it stands between A and Aᵀ.
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    crate::solution::ensemble_law(nngp, theta, y, t)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    crate::solution::error_parts(nngp, theta, truth, m, sigma, t)
}
