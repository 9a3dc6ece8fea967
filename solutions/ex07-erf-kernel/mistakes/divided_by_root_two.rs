//! You divided by √2 where it multiplies. φ(z) = erf(z/√2) undoes the division with its argument:
//! erf(steepness · z) = φ(√2 · steepness · z).
//!
//! Chapter 7, "Steeper and flatter".

use nalgebra::DVector;

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    crate::solution::ntk_steep(x, y, steepness / 2.0)
}
