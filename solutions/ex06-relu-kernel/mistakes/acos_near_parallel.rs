//! Your formula is right and its angle is not: you took acos of the cosine. Near x = y the cosine
//! is flat, 1 − θ²/2, so an error of 1e-16 in it becomes one of 1e-8 in θ.
//!
//! Take θ from the chord instead: 2 atan2(|x̂ − ŷ|, |x̂ + ŷ|), with x̂ = x/|x| and ŷ = y/|y|.
//! Chapter 6, "The angle, with all its digits".

use std::f64::consts::PI;

use nalgebra::DVector;

fn angle(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    (x.dot(y) / (x.norm() * y.norm())).clamp(-1.0, 1.0).acos()
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 {
        return 0.0;
    }
    (PI - angle(x, y)) / (2.0 * PI)
}
