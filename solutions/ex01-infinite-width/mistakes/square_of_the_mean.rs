//! You squared the mean of the activation. What the next layer sums is the square itself: E[φ²], not
//! E[φ]². For an odd φ yours is 0 in every layer after the first.
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
    layers::variances(x.norm_squared(), depth, |variance| {
        gain * gain * layers::expect(|z| phi(variance.sqrt() * z)).powi(2)
    })
}
