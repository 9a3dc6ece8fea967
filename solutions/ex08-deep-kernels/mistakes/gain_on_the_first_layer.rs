//! You gave the first layer a gain too. There h¹ = W¹x has no factor, neither c nor 1/√n, so the
//! recursion starts from x·y itself, and a network without hidden layers has the kernel x·y.
//!
//! Chapter 8, "What the gain does".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_relu(&(gain * x), &(gain * y), depth, gain)
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::solution::ntk_erf(&(gain * x), &(gain * y), depth, gain)
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::solution::ntk_any(phi, slope, &(gain * x), &(gain * y), depth, gain)
}
