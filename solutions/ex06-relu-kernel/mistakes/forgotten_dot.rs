//! You added K and K̇. The first layer's gradient is a σ′(w·x) x/√n: it carries the input itself, so
//! the product of two of them carries x·y.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::DVector;

use crate::solution::{kdot_relu, nngp_relu};

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    nngp_relu(x, y) + kdot_relu(x, y)
}
