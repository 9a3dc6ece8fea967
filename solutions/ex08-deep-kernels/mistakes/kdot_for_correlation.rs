//! Your cosine is (π − θ)/π, the chance K̇ that both gates are open, divided by its ½. The angle after
//! the layer belongs to the activations, so it takes K: cos θ′ = (sin θ + (π − θ) cos θ)/π.
//!
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::PI;

pub fn relu_angle(theta: f64) -> f64 {
    (1.0 - theta / PI).acos()
}
