//! aᵢ comes once from each of the two gradients, so its square weighs the neuron; you have |aᵢ|.
//!
//! Chapter 19, "One gradient for each layer".

use nalgebra::{DMatrix, DVector};

pub fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    crate::solution::first_layer_block(w, &a.map(|weight| weight.abs().sqrt()), xs)
}
