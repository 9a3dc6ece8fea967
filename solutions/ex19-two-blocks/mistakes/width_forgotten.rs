//! The factor 1/n is missing: each of the two gradients carries 1/√n from the network's output.
//!
//! Chapter 19, "One gradient for each layer".

use nalgebra::{DMatrix, DVector};

pub fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    crate::solution::readout_block(w, a, xs) * a.len() as f64
}

pub fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    crate::solution::first_layer_block(w, a, xs) * a.len() as f64
}
