//! One logarithm is natural and the other decimal, so the slope is off by ln 10 = 2.303. Either kind will
//! do, for both.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    crate::solution::decay_exponent(eigenvalues, from, to) * std::f64::consts::LN_10
}
