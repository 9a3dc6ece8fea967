//! Your first layer's term has the factor √2 s once. Each of the two gradients carries the slope of
//! its own activation, so the factor comes twice: 2s².
//!
//! Chapter 7, "Steeper and flatter".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    let factor = SQRT_2 * steepness;
    let (long_x, long_y) = (x * factor, y * factor);
    nngp_erf(&long_x, &long_y) + factor * x.dot(y) * kdot_erf(&long_x, &long_y)
}
