//! You averaged the two activations apart and multiplied. They come from the same neuron, and how they
//! go together is what a kernel is about: average the product.
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
    let (_, error) = crate::solution::nngp_monte_carlo(x, y, phi, draws);
    (first.mean() * second.mean(), error)
}
