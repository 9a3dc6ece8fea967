//! You multiplied the ∂f/∂h with the h below. What a weight multiplies, and so what stands in its
//! gradient, is the activation φ(h).
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
    let (mut theta, mut h) = (layers[0].kernel(), xs * weights[0].transpose());
    for (layer, matrix) in layers[1..].iter().zip(&weights[1..]) {
        let both = network::products(&layer.back).component_mul(&network::products(&h));
        theta += both * layer.factor * layer.factor;
        h = h.map(phi) * matrix.transpose() * layer.factor;
    }
    theta
}
