//! Your value is that of the directions alone: |x||y| is missing. ReLU passes lengths through, so every
//! term of Θ carries both, at every depth. Start from Θ = x·y and from |x||y|, not from the cosine and 1.
//!
//! Chapter 8, "ReLU: an angle and a length".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let norms = x.norm() * y.norm();
    let of_directions = crate::solution::ntk_relu(x, y, depth, gain) / norms;
    if norms == 0.0 { 0.0 } else { of_directions }
}
