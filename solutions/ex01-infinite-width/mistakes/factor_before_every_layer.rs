//! You put c/√k before every layer, with k the number that it reads. For the first one that is c/√d, and
//! d features are not many units: they stay d when the network grows, and no activation has taken
//! anything from them. The first layer is W¹x.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    layers::forward(weights, x, phi, |_, layer| layers::fan_in(gain, layer))
}

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    let first = gain * gain * x.norm_squared() / x.len() as f64;
    layers::variances(first, depth, |variance| {
        gain * gain * layers::expect(|z| phi(variance.sqrt() * z).powi(2))
    })
}
