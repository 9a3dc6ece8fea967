//! You multiplied the variance by the gain. The pre-activation carries a factor c, so its square
//! carries c²: with He's √2 that is the 2 that makes up for ReLU's half.
//!
//! Chapter 1, "Variance by depth".

use nalgebra::DVector;

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    crate::solution::variance_by_depth(x, phi, gain.sqrt(), depth)
}
