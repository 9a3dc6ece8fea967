//! On the way back you began with the bare readout weights. The readout is a layer like the others:
//! ∂f/∂φ is c/√k times the weight, and every layer below inherits that factor.
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
    let last = weights.len() - 1;
    let factor = |layer| network::factor(weights, layer, gain);
    let back = |layer| if layer == last { 1.0 } else { factor(layer) };
    let layers = network::pass(weights, xs, phi, slope, factor, back);
    network::sum(&layers, network::Layer::kernel)
}
