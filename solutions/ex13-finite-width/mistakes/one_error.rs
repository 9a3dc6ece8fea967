//! You allow one error only. A true law is farther off than that in a third of all measurements; at four
//! errors, in one of sixteen thousand.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    crate::solution::decide(exponent, error / 4.0, candidates)
}
