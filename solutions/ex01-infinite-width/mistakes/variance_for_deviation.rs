//! You put the variance q where the standard deviation belongs. A normal number of variance q is √q z,
//! so the next layer has E[φ(√q z)²]. At q = 1 the two agree, which is why unit inputs may pass a layer
//! or two.
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
        gain * gain * layers::expect(|z| phi(variance * z).powi(2))
    })
}
