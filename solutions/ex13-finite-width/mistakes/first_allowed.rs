//! You took the first candidate that is allowed. There is another one: then nothing is decided, and the
//! order of a list should not decide it.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    candidates.iter().copied().find(|c| (exponent - c).abs() <= 4.0 * error)
}
