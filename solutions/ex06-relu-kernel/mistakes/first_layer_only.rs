//! You have the first layer's term, x·y K̇. The readout weights are trained too, and their
//! gradients σ(w·x)/√n give K: the kernel is the sum of both.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    x.dot(y) * crate::solution::kdot_relu(x, y)
}
