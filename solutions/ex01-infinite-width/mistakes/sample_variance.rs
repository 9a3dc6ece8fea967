//! You divided by N − 1, once, in the variance: the habit that is right for a standard error. The two
//! moments then have different denominators, and the ratio is off by the factor ((N − 1)/N)². Plain
//! means everywhere.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::{DMatrix, DVector};

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let count = outputs.len() as f64;
    (crate::solution::excess_kurtosis(outputs) + 3.0) * ((count - 1.0) / count).powi(2) - 3.0
}

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let count = hidden.nrows() as f64;
    crate::solution::kurtosis_given_hidden(hidden, phi) * count / (count - 1.0)
}
