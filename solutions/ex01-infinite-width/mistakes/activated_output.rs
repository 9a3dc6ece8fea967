//! You applied φ to the output too, as a loop does that ends each layer with the activation. The output
//! is a pre-activation: linear in the last weights. A network for regression has to reach every real
//! number, and the whole theory needs a linear last layer.
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    phi(crate::solution::forward(weights, x, phi, gain))
}
