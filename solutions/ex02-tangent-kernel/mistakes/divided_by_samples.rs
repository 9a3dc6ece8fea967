//! You divided by the number of samples, as for a covariance matrix. An entry of the kernel is a matter
//! of two samples, and does not know how many others there are.
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
    crate::solution::empirical_ntk(first, readout, xs, phi, slope) / xs.nrows() as f64
}
