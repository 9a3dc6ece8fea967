//! Your first column is 0: you compare with the true function. Asked for is the error against a fresh
//! label, which has noise of its own. That part is σ², for the best of predictors too.
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
    parts
}
