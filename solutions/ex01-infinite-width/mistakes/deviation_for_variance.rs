//! You averaged √V and V where V and V² belong. E[f²] = E[V] and E[f⁴] = 3 E[V²]: the standard deviation
//! of f given its hidden layer enters with its second and fourth power.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::{DMatrix, DVector};

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let v: DVector<f64> = hidden.map(|h| phi(h).powi(2)).column_sum();
    3.0 * (v.mean() / v.map(f64::sqrt).mean().powi(2) - 1.0)
}
