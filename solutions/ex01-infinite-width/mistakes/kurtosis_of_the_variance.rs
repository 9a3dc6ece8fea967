//! You took the excess kurtosis of V. V is no output but the variance of one; f's fourth moment asks
//! only for its mean and its mean square.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::{DMatrix, DVector};

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let v: DVector<f64> = hidden.map(|h| phi(h).powi(2)).column_sum();
    crate::solution::excess_kurtosis(&v)
}
