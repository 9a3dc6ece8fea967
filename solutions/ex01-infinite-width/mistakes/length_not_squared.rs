//! You began with |x|. The first layer is a sum of xⱼ times a standard normal number; variances add, so
//! it has the variance Σ xⱼ² = |x|².
//!
//! Chapter 1, "The first layer is different".

use nalgebra::DVector;

use crate::layers;

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    layers::variances(x.norm(), depth, |variance| {
        gain * gain * layers::expect(|z| phi(variance.sqrt() * z).powi(2))
    })
}
