//! Your formula is right and loses digits: you took acos of the new cosine. Near 0 the cosine is flat,
//! 1 − θ²/2, so an error of 1e-16 in it becomes one of 1e-9 in an angle of 1e-7.
//!
//! Compute 1 − cos θ′ in place of cos θ′, and the angle from its root: it is 2 sin²(θ′/2).
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::PI;

pub fn relu_angle(theta: f64) -> f64 {
    ((theta.sin() + (PI - theta) * theta.cos()) / PI).clamp(-1.0, 1.0).acos()
}
