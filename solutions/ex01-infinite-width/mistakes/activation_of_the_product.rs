//! You multiplied first and applied φ to the product. Each input goes through the neuron by itself:
//! φ(w·x) φ(w·y).
//!
//! Chapter 1, "A random function".

use nalgebra::{DMatrix, DVector};

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let guesses = (draws * x).component_mul(&(draws * y)).map(phi);
    let (count, mean) = (guesses.len() as f64, guesses.mean());
    let variance = guesses.map(|guess| (guess - mean).powi(2)).sum() / (count - 1.0);
    (mean, (variance / count).sqrt())
}
