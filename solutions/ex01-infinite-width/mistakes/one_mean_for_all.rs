//! You pooled all neurons of all networks. What makes f differ from a Gaussian is that the *whole
//! network's* V = Σᵢ φ(hᵢ)² varies from one network to the next; inside a network the neurons have
//! already been averaged. Sum over a row first.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::DMatrix;

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let v = hidden.map(|h| phi(h).powi(2));
    3.0 * v.map(|v| (v - v_all(hidden, phi)).powi(2)).mean() / v_all(hidden, phi).powi(2)
}

fn v_all(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    hidden.map(|h| phi(h).powi(2)).mean()
}
