//! You multiplied by the gain before the activation. For ReLU that changes nothing, since it lets a
//! positive factor through; for any other φ it does: c φ(h) is not φ(c h). The gain stands with the
//! weights, h = (c/√n) W φ(h), after the activation.
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let activated = |h: f64| phi(gain * h);
    layers::forward(weights, x, activated, |number, layer| match number {
        0 => 1.0,
        _ => layers::fan_in(1.0, layer),
    })
}

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    layers::variances(x.norm_squared(), depth, |variance| {
        layers::expect(|z| phi(gain * variance.sqrt() * z).powi(2))
    })
}
