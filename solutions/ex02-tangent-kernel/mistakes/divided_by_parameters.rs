//! You divided by the number of parameters. The kernel is the plain product of two gradients, a sum over
//! all P: the scaling that keeps it finite for wide networks is already in f.
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
    let parameters = (first.len() + readout.len()) as f64;
    crate::solution::empirical_ntk(first, readout, xs, phi, slope) / parameters
}
