//! You have bias² and the variance from label noise, the two parts of the usual formula. A fresh label has
//! noise of its own, which no prediction can meet, and the random start adds a variance of its own.
//!
//! Chapter 12, "Four parts of one error".

use nalgebra::{DMatrix, DVector};

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let mut parts = crate::solution::error_parts(theta, nngp, truth, m, sigma, t);
    parts.column_mut(0).fill(0.0);
    parts.column_mut(3).fill(0.0);
    parts
}
