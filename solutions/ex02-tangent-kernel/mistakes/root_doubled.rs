//! You divided the gradient by n. The 1/n appears later, when two gradients are multiplied; one gradient
//! has 1/√n, as f has.
//!
//! Chapter 2, "Every derivative of two layers".

use nalgebra::{DMatrix, DVector};

pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    crate::solution::gradient(first, readout, x, phi, slope) / (readout.len() as f64).sqrt()
}
