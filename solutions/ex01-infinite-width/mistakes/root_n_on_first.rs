//! You divided the first layer by √n, n being the number of its units. Each of them sums d terms,
//! however many units stand beside it; so its variance becomes |x|²/n and vanishes in the limit. The
//! factor belongs to the layers that sum over n units.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let factor = |number: usize, layer: &DMatrix<f64>| match number {
        0 => 1.0 / (layer.nrows() as f64).sqrt(),
        _ => layers::fan_in(gain, layer),
    };
    layers::forward(weights, x, phi, factor)
}
