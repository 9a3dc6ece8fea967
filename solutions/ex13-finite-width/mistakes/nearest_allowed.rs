//! Several candidates are allowed, and you took the nearest of them. Within four errors nearness says
//! little: with another few seeds it may be the other one. Nothing is decided.
//!
//! Chapter 13, "What a slope decides".

use nalgebra::DVector;

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    candidates.iter().copied().filter(|c| (exponent - c).abs() <= 4.0 * error).min_by(|one, other| {
        (exponent - one).abs().total_cmp(&(exponent - other).abs())
    })
}
