//! You divided the sum over neurons by √N. That is the factor of the forward pass; a kernel is a product
//! of two outputs, so it stands there twice and makes 1/N: a plain mean.
//!
//! Chapter 1, "A random function".

use nalgebra::{DMatrix, DVector};

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let (mean, error) = crate::solution::nngp_monte_carlo(x, y, phi, draws);
    (mean * (draws.nrows() as f64).sqrt(), error)
}
