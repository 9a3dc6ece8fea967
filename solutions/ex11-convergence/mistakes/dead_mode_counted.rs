//! Right, but where the kernel is singular: you took 0 for the smallest eigenvalue, and the best
//! rate became the limit itself. A mode that never moves is at 1 whatever η is; choose the best for
//! the others.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let lambda = theta.symmetric_eigenvalues();
    (2.0 / lambda.max(), 2.0 / (lambda.max() + lambda.min()))
}
