//! You multiplied by the standard deviation. A variance scales with its square: labels twice as noisy
//! make predictions vary four times as much.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    DVector::from_fn(weights.nrows(), |i, _| sigma * weights.row(i).norm_squared())
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
    parts.column_mut(0).fill(sigma);
    for i in 0..parts.nrows() {
        parts[(i, 2)] /= sigma;
    }
    parts
}
