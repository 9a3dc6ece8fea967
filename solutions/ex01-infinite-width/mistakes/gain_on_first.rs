//! You put the gain before the first layer as well. The gain makes up for what an activation takes
//! away, and no activation stands before W¹: with a gain √2 you have doubled the variance of every
//! layer.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let factor = |number: usize, layer: &DMatrix<f64>| match number {
        0 => gain,
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
    layers::variances(gain * gain * x.norm_squared(), depth, |variance| {
        gain * gain * layers::expect(|z| phi(variance.sqrt() * z).powi(2))
    })
}
