//! You subtracted the product of the means: the covariance of the activations. K is the covariance of
//! the *outputs*, and their random readout weights have mean 0 already; what is left is the plain mean
//! of the product, E[φ(w·x) φ(w·y)].
//!
//! Chapter 1, "A random function".

use nalgebra::{DMatrix, DVector};

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let (first, second) = ((draws * x).map(phi), (draws * y).map(phi));
    let (mean, error) = crate::solution::nngp_monte_carlo(x, y, phi, draws);
    (mean - first.mean() * second.mean(), error)
}
