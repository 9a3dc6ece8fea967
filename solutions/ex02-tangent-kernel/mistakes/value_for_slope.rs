//! You used φ where φ′ belongs. By the readout weights f has the derivative φ; by the first layer's
//! weights it is φ′, because they stand inside φ.
//!
//! Chapter 2, "Every derivative of two layers".

use nalgebra::{DMatrix, DVector};

use crate::network;

pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    let _ = slope;
    network::gradient(first, readout, x, |a, h, x| a * phi(h) * x, |_, h| phi(h))
}

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let _ = slope;
    let factor = |layer| network::factor(weights, layer, gain);
    let layers = network::pass(weights, xs, phi, phi, factor, factor);
    network::sum(&layers, network::Layer::kernel)
}
