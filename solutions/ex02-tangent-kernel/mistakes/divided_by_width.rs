//! You divided by n once more. Each gradient carries 1/√n, so their product has its 1/n already.
//!
//! Chapter 2, "The Jacobian and the kernel".

use nalgebra::{DMatrix, DVector};

pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    crate::solution::empirical_ntk(first, readout, xs, phi, slope) / (readout.len() as f64)
}
