//! Your second number is how much single guesses scatter. The mean of N independent guesses scatters
//! less: divide by √N. The spread stays as it is when you draw more; the error is what shrinks.
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
    (mean, error * (draws.nrows() as f64).sqrt())
}
