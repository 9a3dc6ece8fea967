//! You multiplied by the gain once in each layer. A kernel is a product of two outputs, or of two
//! gradients, and each of them has the factor c: K and K̇ carry c².
//!
//! Chapter 8, "What the gain does".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_relu(x, y, depth, gain.sqrt())
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_erf(x, y, depth, gain.sqrt())
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::solution::ntk_any(phi, slope, x, y, depth, gain.sqrt())
}
