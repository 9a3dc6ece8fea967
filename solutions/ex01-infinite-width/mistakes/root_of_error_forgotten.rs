//! Your second number is the square of the standard error, the variance of the mean. Take its root:
//! an error has the unit of the estimate.
//!
//! Chapter 1, "An estimate and its error".

use nalgebra::{DMatrix, DVector};

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let (mean, error) = crate::solution::nngp_monte_carlo(x, y, phi, draws);
    (mean, error * error)
}
