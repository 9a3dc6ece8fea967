//! You divided by the root of the number of units that a layer *has*. What makes a sum large is the
//! number of its terms, the units that the layer *reads*: the columns of its matrix. With one width
//! throughout the two agree, except at the output, which has one unit and reads n.
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    layers::forward(weights, x, phi, |number, layer| match number {
        0 => 1.0,
        _ => gain / (layer.nrows() as f64).sqrt(),
    })
}
