//! You have 3 Var(V). A kurtosis is a pure number: divide by E[V]², the squared variance of f. Otherwise
//! gain and width would not drop out.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::{DMatrix, DVector};

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let v: DVector<f64> = hidden.map(|h| phi(h).powi(2)).column_sum();
    3.0 * v.map(|v| (v - v_mean(hidden, phi)).powi(2)).mean()
}

fn v_mean(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    hidden.map(|h| phi(h).powi(2)).column_sum().mean()
}
