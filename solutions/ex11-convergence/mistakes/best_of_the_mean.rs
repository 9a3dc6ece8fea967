//! You took the rate for the mean eigenvalue. The modes in the middle do not matter here: the worst
//! mode is always one of the two ends. (With two points the mean is their middle, and it is right.)
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (limit, _) = crate::solution::learning_rates(theta);
    let lambda = theta.symmetric_eigenvalues();
    let moving: Vec<f64> =
        lambda.iter().copied().filter(|&l| l > 1e-10 * lambda.max()).collect();
    (limit, moving.len() as f64 / moving.iter().sum::<f64>())
}
