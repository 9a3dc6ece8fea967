//! You left out the readout: only the first layer's gradients are multiplied. With all parameters
//! trained, a's derivatives φ(wᵢ·x)/√n stand in the gradient as well, and add a term.
//!
//! Chapter 2, "The Jacobian and the kernel".

use nalgebra::{DMatrix, DVector};

use crate::network;

pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    let readout_part = network::products(&(xs * first.transpose()).map(phi)) / (readout.len() as f64);
    crate::solution::empirical_ntk(first, readout, xs, phi, slope) - readout_part
}
