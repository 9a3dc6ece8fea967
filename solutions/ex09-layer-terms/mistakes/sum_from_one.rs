//! You have L terms, and there are L + 1: a network of L hidden layers has L + 1 layers of weights, the
//! input's and the readout's among them. The sum that is usually printed starts at ℓ = 1 and drops
//! x·y K̇¹ ⋯ K̇ᴸ.
//!
//! Chapter 9, "Where the sum starts".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    crate::solution::layer_terms(nngp, kdot).remove_row(0)
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
