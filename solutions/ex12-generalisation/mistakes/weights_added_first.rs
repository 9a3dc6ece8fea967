//! You added up the weights of a prediction before you squared. That is the variance if all labels are
//! wrong by the same amount. Independent errors cancel in part: square each weight, then add.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    DVector::from_fn(weights.nrows(), |i, _| (sigma * weights.row(i).sum()).powi(2))
}
