//! You compared the sizes of two exponents and not the exponents. +½ and −½ are of one size, and
//! nothing is further from a law that falls than one that grows.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    let sizes = candidates.map(f64::abs);
    let size = crate::solution::decide(exponent.abs(), error, &sizes)?;
    candidates.iter().copied().find(|candidate| candidate.abs() == size)
}
