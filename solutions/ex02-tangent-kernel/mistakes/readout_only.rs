//! You have the readout's part, 1/n Σᵢ φ(wᵢ·x) φ(wᵢ·x′): the kernel of training the last layer alone, and
//! what estimates the NNGP kernel. The other layers' weights are parameters too.
//!
//! Chapter 2, "The Jacobian and the kernel".

use nalgebra::{DMatrix, DVector};

use crate::network;

pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    let part = |xs: &DMatrix<f64>| (xs * first.transpose()).map(phi);
    let _ = slope;
    network::products(&part(xs)) / (readout.len() as f64)
}

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let layers = network::right(weights, xs, phi, slope, gain);
    layers[layers.len() - 1].kernel()
}
