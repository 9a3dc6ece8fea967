//! You divided the first layer by √d. Some papers do, and then K⁰ = x·x′/d. In this course, and in the
//! two-layer formulas that you will meet, the first layer is W¹x and K⁰ = x·x′: d stays fixed, so there
//! is no growing sum to tame.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let factor = |number: usize, layer: &DMatrix<f64>| match number {
        0 => 1.0 / (layer.ncols() as f64).sqrt(),
        _ => layers::fan_in(gain, layer),
    };
    layers::forward(weights, x, phi, factor)
}

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    let first = x.norm_squared() / x.len() as f64;
    layers::variances(first, depth, |variance| {
        gain * gain * layers::expect(|z| phi(variance.sqrt() * z).powi(2))
    })
}
