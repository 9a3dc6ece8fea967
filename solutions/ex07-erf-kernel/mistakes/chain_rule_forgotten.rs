//! Your K is right, and the first layer's term lacks a factor: the slope of erf(s z) is √2 s φ′(√2
//! s z), and two slopes bring 2s². Together with x·y it makes the dot product of the *scaled*
//! inputs.
//!
//! Chapter 7, "Steeper and flatter".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    let (long_x, long_y) = (x * (SQRT_2 * steepness), y * (SQRT_2 * steepness));
    nngp_erf(&long_x, &long_y) + x.dot(y) * kdot_erf(&long_x, &long_y)
}
