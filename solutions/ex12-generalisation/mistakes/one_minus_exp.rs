//! You subtracted e^(−λt) from 1. While λt is tiny, that leaves few digits, or none. `exp_m1` computes
//! e^z − 1 without the subtraction and keeps them.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| (1.0 - (-lambda * t).exp()) / lambda);
    DVector::from_fn(weights.nrows(), |i, _| sigma * sigma * weights.row(i).norm_squared())
}
