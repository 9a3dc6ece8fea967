//! You have θ where π − θ belongs: cos θ′ = (sin θ + (π − θ) cos θ)/π. The two gates are open together on
//! a wedge of angle π − θ. Check the end θ = 0, where the angle must stay 0.
//!
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::PI;

pub fn relu_angle(theta: f64) -> f64 {
    ((theta.sin() + theta * theta.cos()) / PI).clamp(-1.0, 1.0).acos()
}
