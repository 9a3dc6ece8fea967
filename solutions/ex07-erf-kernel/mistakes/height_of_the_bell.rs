//! You have 1/√det and not the 2/π before it. The slope of erf(z/√2) at 0 is √(2/π), not 1, and K̇
//! has two slopes: at the zero vector it is 2/π.
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_PI_2;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_PI_2 * crate::solution::kdot_erf(x, y)
}
