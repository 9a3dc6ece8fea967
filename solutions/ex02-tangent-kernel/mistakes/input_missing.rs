//! The derivative by wᵢ lacks the input. The chain rule goes on after φ′: the derivative of wᵢ·x by wᵢⱼ
//! is xⱼ.
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
    network::gradient(first, readout, x, |a, h, _| a * slope(h), |_, h| phi(h))
}
