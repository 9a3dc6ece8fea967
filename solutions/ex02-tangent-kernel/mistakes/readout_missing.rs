//! The derivative by wᵢ lacks the factor aᵢ. On its way from wᵢ to f the change goes through the readout
//! weight: aᵢ φ′(wᵢ·x) x/√n.
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
    network::gradient(first, readout, x, |_, h, x| slope(h) * x, |_, h| phi(h))
}
