//! You stopped the flow at t = 1/ridge. Early stopping acts much like a ridge, and the two are often
//! called the same. They never are: 1 − e^(−λt) of a mode is learned by the one, λ/(λ + 1/t) by the
//! other.
//!
//! Chapter 12, "How long to train".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let t = 1.0 / ridge;
    smoother(theta, y.len(), |lambda| -(-lambda * t).exp_m1() / lambda) * y
}
