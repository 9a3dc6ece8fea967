//! You ran one loop over all layers, starting with h = x. It is neat, and it puts φ on the raw input
//! and a factor before W¹. The first layer reads features, not units: it is W¹x alone, and the loop
//! begins with the second.
//!
//! Chapter 1, "The first layer is different".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    layers::forward(weights, &x.map(phi), phi, |_, layer| layers::fan_in(gain, layer))
}
