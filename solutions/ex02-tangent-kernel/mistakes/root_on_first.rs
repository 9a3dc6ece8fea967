//! You divided the first layer by √d, as the others by the root of what they read. Here h¹ = W¹x: d does
//! not grow with the width, and K⁰ = x·x′.
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
        0 => 1.0 / (xs.ncols() as f64).sqrt(),
        _ => network::factor(weights, layer, gain),
    };
    let layers = network::pass(weights, xs, phi, slope, factor, factor);
    network::sum(&layers, network::Layer::kernel)
}
