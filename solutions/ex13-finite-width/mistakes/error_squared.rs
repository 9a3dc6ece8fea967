//! You compared the square of the distance with the error, or the distance with its square. Both sides
//! belong in one unit: |exponent − candidate| ≤ 4 · error.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    crate::solution::decide(exponent, error * error, candidates)
}
