//! This is the slope, which is negative where the spectrum falls. Asked for is a in j^(−a).
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    -crate::solution::decay_exponent(eigenvalues, from, to)
}
