//! Your first layer's term carries 2s² twice. It stands in the dot product of the scaled inputs
//! already; as a factor of its own it would stand beside the dot product of x and y as they are.
//!
//! Chapter 7, "Steeper and flatter".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    let factor = SQRT_2 * steepness;
    let (x, y) = (x * factor, y * factor);
    nngp_erf(&x, &y) + factor * factor * x.dot(&y) * kdot_erf(&x, &y)
}
