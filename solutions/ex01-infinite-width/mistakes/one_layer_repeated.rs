//! Every layer of yours starts from the input's variance again. The second hidden layer reads the
//! first, so it gets the variance that the first one left: apply the rule to its own result.
//!
//! Chapter 1, "Variance by depth".

use nalgebra::DVector;

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    let right = crate::solution::variance_by_depth(x, phi, gain, 1);
    DVector::from_fn(depth + 1, |layer, _| right[layer.min(1)])
}
