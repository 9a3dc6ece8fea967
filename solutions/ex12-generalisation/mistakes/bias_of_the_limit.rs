//! Your bias is that of the end of training. At a finite time the slow modes of the truth are not learned
//! yet, and that is bias too: it falls while the variance from noise grows.
//!
//! Chapter 12, "How long to train".

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
    let late = crate::solution::error_parts(theta, nngp, truth, m, sigma, f64::INFINITY);
    parts.set_column(1, &late.column(1));
    parts
}
