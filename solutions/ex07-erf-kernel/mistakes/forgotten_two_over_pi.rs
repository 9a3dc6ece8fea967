//! You have the arcsine, an angle, and not the 2/π before it, which turns the angle into a mean of
//! signs: at ρ = 1 all signs agree and K must be 1, but asin 1 is π/2.
//!
//! Chapter 7, "A gate with noise".

use std::f64::consts::FRAC_PI_2;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_PI_2 * crate::solution::nngp_erf(x, y)
}
