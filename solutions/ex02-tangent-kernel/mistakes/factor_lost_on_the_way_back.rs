//! On the way back you multiplied by the weights and by the slopes, and not by c/√k. The layer multiplies
//! by all three, and so does its derivative.
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
    let factor = |layer| network::factor(weights, layer, gain);
    let layers = network::pass(weights, xs, phi, slope, factor, |_| 1.0);
    network::sum(&layers, network::Layer::kernel)
}
