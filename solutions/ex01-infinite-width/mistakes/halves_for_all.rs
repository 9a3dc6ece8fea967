//! You multiplied by c²/2 in each layer. That is ReLU's rule: it keeps half of the square, because it
//! keeps one sign. Another φ has another rule, E[φ(√q z)²], and most of them are not a fixed factor.
//!
//! Chapter 1, "Variance by depth".

use nalgebra::DVector;

use crate::layers;

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    let _ = phi;
    layers::variances(x.norm_squared(), depth, |variance| gain * gain * variance / 2.0)
}
