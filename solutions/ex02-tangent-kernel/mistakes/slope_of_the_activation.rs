//! You took the slope at φ(h). The chain rule wants it where φ was evaluated: at the pre-activation h.
//! For ReLU there is no difference, since φ(h) is positive where h is; for others there is.
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
    network::gradient(first, readout, x, |a, h, x| a * slope(phi(h)) * x, |_, h| phi(h))
}

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let factor = |layer| network::factor(weights, layer, gain);
    let layers = network::pass(weights, xs, phi, |h| slope(phi(h)), factor, factor);
    network::sum(&layers, network::Layer::kernel)
}
