//! You took the slowest mode for the limit, 2/λₘᵢₙ. The slow mode would bear that; the fast one
//! would fly off. The limit is where the *first* mode goes: 2/λₘₐₓ.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let lambda = theta.symmetric_eigenvalues();
    let largest = lambda.max();
    let moving = lambda.iter().copied().filter(|&lambda| lambda > 1e-10 * largest);
    let smallest = moving.fold(f64::INFINITY, f64::min);
    (2.0 / smallest, crate::solution::learning_rates(theta).1)
}
