//! You multiplied the two m × m matrices as matrices. The double sum over i and j splits for each *pair*
//! of samples into a product of two numbers: multiply entry by entry, `component_mul`.
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
        network::products(&layer.back)
            * network::products(&layer.input)
            * layer.factor
            * layer.factor
    })
}
