//! You divided the squared deviations by N. They are taken from the mean of the same guesses, which
//! lies closer to them than the true one does: N − 1 makes up for it. With two guesses the difference is
//! a factor √2.
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
    let count = draws.nrows() as f64;
    (mean, error * ((count - 1.0) / count).sqrt())
}
