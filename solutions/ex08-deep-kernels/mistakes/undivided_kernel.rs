//! You took K of two unit vectors for the cosine. After the layer they are no unit vectors any more:
//! K(x, x) = ½, and the cosine is K(x, y)/√(K(x, x) K(y, y)), twice your number.
//!
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::{PI, TAU};

pub fn relu_angle(theta: f64) -> f64 {
    ((theta.sin() + (PI - theta) * theta.cos()) / TAU).acos()
}
