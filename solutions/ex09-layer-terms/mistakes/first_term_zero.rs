//! Your first term is 0. The input layer's weights are trained like all others: their term is
//! x·y K̇¹ ⋯ K̇ᴸ, the ℓ = 0 of the sum. With K⁰ = x·y, a sum from ℓ = 1 leaves it out, and at depth 1 nothing
//! but the readout's K would remain.
//!
//! Chapter 9, "Where the sum starts".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let mut terms = crate::solution::layer_terms(nngp, kdot);
    terms[0] = 0.0;
    terms
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
