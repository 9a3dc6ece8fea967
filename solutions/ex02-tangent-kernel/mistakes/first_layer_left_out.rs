//! Your sum begins with the second layer of weights. The printed sum from ℓ = 1 does that too, if ℓ
//! counts hidden layers: the first weights, which read x itself, are trained as well. A network with H
//! layers of weights has exactly H terms.
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
    let none = DMatrix::zeros(xs.nrows(), xs.nrows());
    layers[1..].iter().fold(none, |theta, layer| theta + layer.kernel())
}
