//! You have √(2/π) once. It is the height of one bell, φ′(0); K̇ is the mean of a product of two,
//! so the factor is 2/π.
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    crate::solution::kdot_erf(x, y) / FRAC_2_PI.sqrt()
}
