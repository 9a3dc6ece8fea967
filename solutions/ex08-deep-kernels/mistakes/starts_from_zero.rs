//! Your Θ starts from 0 in place of x·y, so the first layer's weights are missing. That is the sum that
//! is often printed, with its lower limit 1: at depth 1 it leaves only K, the readout's part.
//!
//! Chapter 8, "The recursion"; the sum is chapter 9's.

use nalgebra::DVector;

use crate::layers::ntk;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(0.0, &crate::layers::relu(x, y, depth, gain))
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(0.0, &crate::layers::erf(x, y, depth, gain))
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    ntk(0.0, &crate::layers::any(phi, slope, x, y, depth, gain))
}
