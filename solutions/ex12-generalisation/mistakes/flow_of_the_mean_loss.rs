//! Your modes learn m times too slowly, as for a loss that is the mean over the samples. This loss is
//! their sum: a mode with the eigenvalue λ has learned 1 − e^(−λt) by the time t.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    crate::solution::label_noise_variance(theta, m, sigma, t / m as f64)
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    crate::solution::ensemble_law(theta, nngp, y, t / y.len() as f64)
}
