//! You have no spread at all: one kernel, one path, one prediction. But each network starts from a random
//! f₀, which stays in its prediction. Only if f₀ is subtracted do all of them agree.
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (mean, covariance) = crate::solution::ensemble_law(theta, nngp, y, t);
    (mean, covariance * 0.0)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let mut parts = crate::solution::error_parts(theta, nngp, truth, m, sigma, t);
    parts.column_mut(3).fill(0.0);
    parts
}
