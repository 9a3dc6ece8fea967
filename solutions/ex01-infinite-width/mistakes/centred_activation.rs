//! You took the variance of the activation, E[φ²] − E[φ]². The next layer multiplies by weights of mean
//! 0, and E[(wφ)²] = E[w²] E[φ²]: the mean of φ is not subtracted by anybody. For odd activations it is
//! 0 and you see no difference; for ReLU it is a third of the answer.
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
        let mean = layers::expect(|z| phi(variance.sqrt() * z));
        gain * gain * (layers::expect(|z| phi(variance.sqrt() * z).powi(2)) - mean * mean)
    })
}
