//! You are one layer short: you took `depth` for the number of layers of weights. Here it counts the
//! hidden layers; a network of depth L has L + 1 layers of weights. Both counts are in use, and mixed up
//! between formulas more often than any other index.
//!
//! Chapter 8, "Which layers are counted".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_relu(x, y, depth.saturating_sub(1), gain)
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_erf(x, y, depth.saturating_sub(1), gain)
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::solution::ntk_any(phi, slope, x, y, depth.saturating_sub(1), gain)
}
