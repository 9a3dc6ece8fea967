//! Your two products lack the layer's own factor. The weight stands in h = (c/√k) W φ, so the gradient by
//! the weight has c/√k, and the product of two of them c²/k. The first layer has no factor and is right.
//!
//! Chapter 2, "Layer by layer, without the Jacobian".

use nalgebra::DMatrix;

use crate::network;

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let layers = network::right(weights, xs, phi, slope, gain);
    network::sum(&layers, |layer| {
        network::products(&layer.back).component_mul(&network::products(&layer.input))
    })
}
