//! You have a column for each new point. It is a row: p × 4.
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
    crate::solution::error_parts(theta, nngp, truth, m, sigma, t).transpose()
}
