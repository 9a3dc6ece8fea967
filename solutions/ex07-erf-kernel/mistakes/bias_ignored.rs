//! You left the biases out: right for a bias of 0 only. A bias is the weight of one more input,
//! which is the same for every sample.
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, _bias: f64) -> f64 {
    crate::solution::ntk_erf(x, y, 0.0)
}

pub fn circle_rates(radius: f64, _bias: f64, points: usize) -> DVector<f64> {
    crate::solution::circle_rates(radius, 0.0, points)
}
