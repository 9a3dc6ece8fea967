//! Your last term is 0. It is the readout's, Kᴸ, and has no K̇ before it: the product over no layers is 1.
//! There are L + 1 terms for L hidden layers.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let mut terms = crate::solution::layer_terms(nngp, kdot);
    terms[kdot.len()] = 0.0;
    terms
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
