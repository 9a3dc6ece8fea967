//! You let it run above the limit and took the first moment at which the residual was small, if one
//! came. On paper, targets without a part in the fast mode survive any learning rate. In a run they
//! do not: rounding puts 1e-16 of everything into every mode, and what grows at each step wins in
//! the end.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::{DMatrix, DVector};

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    let eigen = theta.clone().symmetric_eigen();
    let mut left = eigen.eigenvectors.tr_mul(&(f0 - y));
    let allowed = epsilon * left.norm();
    for steps in 0..10_000 {
        if left.norm() <= allowed {
            return Some(steps);
        }
        left = left
            .zip_map(&eigen.eigenvalues, |part, lambda| part * (1.0 - learning_rate * lambda));
    }
    None
}
