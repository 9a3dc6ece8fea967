//! You took the square root. Asked for is the variance, which adds up with the other parts of the error;
//! standard deviations do not.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    crate::solution::label_noise_variance(theta, m, sigma, t).map(f64::sqrt)
}
