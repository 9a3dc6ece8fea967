//! You have the end of training, whatever the time. Until then only the part 1 − e^(−λt) of each mode
//! has been learned, of the noise as of everything else; slow modes, in which noise does most harm,
//! may not have moved at all.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let _ = t;
    crate::solution::label_noise_variance(theta, m, sigma, f64::INFINITY)
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let _ = t;
    crate::solution::ensemble_law(theta, nngp, y, f64::INFINITY)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let _ = t;
    crate::solution::error_parts(theta, nngp, truth, m, sigma, f64::INFINITY)
}
