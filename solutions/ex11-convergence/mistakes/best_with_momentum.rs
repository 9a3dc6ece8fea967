//! You returned the best rate of the heavy-ball method, 4/(√λₘₐₓ + √λₘᵢₙ)². It needs its momentum:
//! plain descent with it is at or beyond its limit when κ is large.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let lambda = theta.symmetric_eigenvalues();
    let largest = lambda.max();
    let moving = lambda.iter().copied().filter(|&lambda| lambda > 1e-10 * largest);
    let smallest = moving.fold(f64::INFINITY, f64::min);
    (2.0 / largest, 4.0 / (largest.sqrt() + smallest.sqrt()).powi(2))
}
