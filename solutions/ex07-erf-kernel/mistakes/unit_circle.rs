//! You took the unit circle whatever the radius. The radius is the length of the inputs, and this
//! kernel sees lengths: on a larger circle the neurons are steeper, and high harmonics are learned
//! faster.
//!
//! Chapter 7, "Any lengths".

use nalgebra::DVector;

pub fn circle_rates(_radius: f64, bias: f64, points: usize) -> DVector<f64> {
    crate::solution::circle_rates(1.0, bias, points)
}
