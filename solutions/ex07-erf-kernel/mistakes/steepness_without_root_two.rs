//! You multiplied the inputs by the steepness alone. φ is erf(z/√2), so erf(steepness · z) is φ at
//! √2 · steepness · z: your answer belongs to a steepness smaller by √2.
//!
//! Chapter 7, "Steeper and flatter".

use nalgebra::DVector;

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    crate::solution::ntk_erf(&(x * steepness), &(y * steepness), 0.0)
}
