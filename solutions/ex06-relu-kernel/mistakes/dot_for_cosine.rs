//! You used x·y where the cosine of the angle belongs: the formula as it is usually printed, for
//! vectors of length 1. Off the unit sphere the angle is acos(x·y / |x||y|), and K has a factor
//! |x||y| besides.
//!
//! Chapter 6, "Off the sphere".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let u = x.dot(y).clamp(-1.0, 1.0);
    ((1.0 - u * u).sqrt() + u * (PI - u.acos())) / (2.0 * PI)
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    (PI - x.dot(y).clamp(-1.0, 1.0).acos()) / (2.0 * PI)
}
