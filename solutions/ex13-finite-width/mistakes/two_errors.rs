//! You allow two errors only. A true law is farther off than that in one of twenty-two measurements: too
//! often where a page of results has dozens. Four are asked here.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    crate::solution::decide(exponent, error / 2.0, candidates)
}
