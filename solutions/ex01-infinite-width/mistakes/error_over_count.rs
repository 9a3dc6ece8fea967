//! You divided the spread by N. Independent errors partly cancel, but not that well: the error of a mean
//! of N is the spread divided by √N, so four times the draws halve it.
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
    (mean, error / (draws.nrows() as f64).sqrt())
}
