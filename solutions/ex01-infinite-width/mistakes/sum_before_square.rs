//! You summed the activations and squared the sum. That is the output for readout weights that are all
//! equal. Independent ones of mean 0 have no cross terms on average: the variance is Σᵢ φ(hᵢ)².
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::{DMatrix, DVector};

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let v: DVector<f64> = hidden.map(phi).column_sum().map(|sum| sum * sum);
    3.0 * (v.map(|v| v * v).mean() / v.mean().powi(2) - 1.0)
}
