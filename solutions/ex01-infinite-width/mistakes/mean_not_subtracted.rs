//! You took the root of the mean *square* of the guesses. How far they lie from 0 is no error; how far
//! they lie from each other is: subtract their mean before you square.
//!
//! Chapter 1, "An estimate and its error".

use nalgebra::{DMatrix, DVector};

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let guesses = (draws * x).map(phi).component_mul(&(draws * y).map(phi));
    let (count, mean) = (guesses.len() as f64, guesses.mean());
    let square = guesses.map(|guess| guess * guess).sum() / (count - 1.0);
    (mean, (square / count).sqrt())
}
