//! Your terms stand in reverse order. They are listed from the input up, term 0 for W¹, the way the layers
//! are counted; a backward pass meets them from the other end.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let terms = crate::solution::layer_terms(nngp, kdot);
    DVector::from_iterator(terms.len(), terms.iter().rev().copied())
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
