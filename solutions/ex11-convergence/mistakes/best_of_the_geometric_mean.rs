//! You took 1/√(λₘₐₓ λₘᵢₙ), the middle on a logarithmic scale. What a step leaves is 1 − ηλ, linear
//! in λ, so it is the plain middle that counts; with κ above 4 your rate is beyond the limit.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let lambda = theta.symmetric_eigenvalues();
    let largest = lambda.max();
    let moving = lambda.iter().copied().filter(|&lambda| lambda > 1e-10 * largest);
    let smallest = moving.fold(f64::INFINITY, f64::min);
    (2.0 / largest, 1.0 / (largest * smallest).sqrt())
}
