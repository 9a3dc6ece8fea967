//! You left the last layer without c/√n. It reads n hidden units like every layer after the first, and
//! without the factor the output's variance grows in proportion to n.
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    layers::forward(weights, x, phi, |number, layer| {
        if number == 0 || number + 1 == weights.len() { 1.0 } else { layers::fan_in(gain, layer) }
    })
}
