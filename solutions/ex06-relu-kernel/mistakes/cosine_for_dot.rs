//! You multiplied K̇ by the cosine of the angle. The factor is the dot product x·y, lengths and all:
//! it is the product of the two gradients ∂(w·x)/∂w = x and y. On the unit sphere the two agree,
//! which is why those cases pass.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::DVector;

use crate::solution::{kdot_relu, nngp_relu};

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    let cosine = if norms == 0.0 { 0.0 } else { x.dot(y) / norms };
    nngp_relu(x, y) + cosine * kdot_relu(x, y)
}
