//! You returned K of the steeper activation. The first layer's term is missing.
//!
//! Chapter 7, "Two terms again".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    let factor = SQRT_2 * steepness;
    crate::solution::nngp_erf(&(x * factor), &(y * factor))
}
