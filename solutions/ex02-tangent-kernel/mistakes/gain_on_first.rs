//! You gave the first layer the gain. It reads the input, so it has neither the gain nor a root before
//! it.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::DMatrix;

use crate::network;

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let factor = |layer| match layer {
        0 => gain,
        _ => network::factor(weights, layer, gain),
    };
    let layers = network::pass(weights, xs, phi, slope, factor, factor);
    network::sum(&layers, network::Layer::kernel)
}
