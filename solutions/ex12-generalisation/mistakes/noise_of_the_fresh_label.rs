//! You added σ². That is the noise of a fresh label at the new point, which no training changes. Asked
//! for is how much the *prediction* scatters; the fresh label has a column of its own in the error.
//!
//! Chapter 12, "Four parts of one error".

use nalgebra::{DMatrix, DVector};

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    crate::solution::label_noise_variance(theta, m, sigma, t).add_scalar(sigma * sigma)
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
    parts.column_mut(2).add_scalar_mut(sigma * sigma);
    parts
}
