//! You multiplied by the layer's factor once. Each of the two gradients has it: c/√k twice is c²/k.
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
        let both = network::products(&layer.back).component_mul(&network::products(&layer.input));
        both * layer.factor
    })
}
