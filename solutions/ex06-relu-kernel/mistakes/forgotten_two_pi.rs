//! You have the angle's part and not the 1/2π before it. It comes from averaging over all
//! directions of w: check x = y, where half of all gates are open, so K̇ is ½ and K is |x|²/2.
//!
//! Chapter 6, "From the integral to the angle".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    2.0 * PI * crate::solution::nngp_relu(x, y)
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    2.0 * PI * crate::solution::kdot_relu(x, y)
}
