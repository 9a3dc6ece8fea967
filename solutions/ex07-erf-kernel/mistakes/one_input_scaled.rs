//! You scaled one of the two inputs. The activation is steeper wherever it stands, so both inputs
//! want the factor √2 steepness.
//!
//! Chapter 7, "Steeper and flatter".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    crate::solution::ntk_erf(&(x * (SQRT_2 * steepness)), y, 0.0)
}
