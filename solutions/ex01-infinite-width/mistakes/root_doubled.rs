//! You divided by n, as one does for a mean. The weights are as often negative as positive, so the sum
//! grows as √n only: with 1/n the output is 0 in the limit. (A limit with 1/n exists, the mean-field
//! one, but it is another theory.)
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    layers::forward(weights, x, phi, |number, layer| match number {
        0 => 1.0,
        _ => gain / layer.ncols() as f64,
    })
}
