//! You returned damping/(λ + damping), the part that a step of length 1 leaves of a mode. The rate
//! is the part that it takes away, λ/(λ + damping).
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    crate::solution::natural_rates(jacobian, damping).map(|rate| if rate > 0.0 { 1.0 - rate } else { 0.0 })
}
