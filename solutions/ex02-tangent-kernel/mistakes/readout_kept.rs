//! The derivative by aᵢ still has aᵢ in it. f is linear in a: what multiplies aᵢ is φ(wᵢ·x)/√n, and that
//! is the derivative.
//!
//! Chapter 2, "Every derivative of two layers".

use nalgebra::{DMatrix, DVector};

use crate::network;

pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    network::gradient(first, readout, x, |a, h, x| a * slope(h) * x, |a, h| a * phi(h))
}
