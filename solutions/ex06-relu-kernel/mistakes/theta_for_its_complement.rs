//! You have θ where π − θ belongs. The two gates are open together on a wedge of angle π − θ: wide
//! when x and y agree, gone when they are opposite.
//!
//! Chapter 6, "From the integral to the angle".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let theta = PI - 2.0 * PI * crate::solution::kdot_relu(x, y);
    norms * (theta.sin() + theta * theta.cos()) / (2.0 * PI)
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 {
        return 0.0;
    }
    0.5 - crate::solution::kdot_relu(x, y)
}
