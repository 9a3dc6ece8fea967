//! You followed the rule as it is usually printed: h⁰ = x, and every layer is W φ(h)/√n, the first one
//! too. Then φ acts on the raw input, which cannot tell −1 from −7 with ReLU, and a sum of d terms is
//! divided by √n, so that it fades as the width grows. The first layer is W¹x.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let first = |number: usize, layer: &DMatrix<f64>| match number {
        0 => gain / (layer.nrows() as f64).sqrt(),
        _ => layers::fan_in(gain, layer),
    };
    layers::forward(weights, &x.map(phi), phi, first)
}
