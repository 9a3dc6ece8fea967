//! You have the kurtosis itself. A Gaussian's is 3, and the *excess* is what lies above: subtract 3, so
//! that 0 means Gaussian tails.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::{DMatrix, DVector};

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    crate::solution::excess_kurtosis(outputs) + 3.0
}

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    crate::solution::kurtosis_given_hidden(hidden, phi) + 3.0
}
