//! Right, but for the modes that nothing moves: λ/λ is 1 for any number that rounding leaves in
//! place of 0, and NaN for 0 itself. Where Θu = 0, no step of the parameters changes that mode: its
//! rate is 0.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let kernel = jacobian * jacobian.transpose();
    let mut lambda = kernel.symmetric_eigenvalues().as_slice().to_vec();
    lambda.sort_by(|a, b| b.total_cmp(a));
    DVector::from_vec(lambda).map(|lambda| lambda / (lambda + damping))
}
