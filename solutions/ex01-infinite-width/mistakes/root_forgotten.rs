//! Your sums over hidden units have no 1/√n. A library that initialises weights with variance 1/n does
//! it for you; here they have variance 1, and a sum of n independent terms has a standard deviation
//! that grows as √n.
//!
//! Chapter 1, "Where the factors stand".

use nalgebra::{DMatrix, DVector};

use crate::layers;

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    let factor = |number: usize, _: &DMatrix<f64>| if number == 0 { 1.0 } else { gain };
    layers::forward(weights, x, phi, factor)
}
