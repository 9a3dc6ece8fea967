//! You took the rounding error of f64 as the limit, as numerical libraries do by default. It is the right
//! limit for a matrix whose entries are exact. A kernel's entries have errors of their own; the limit
//! asked for here is 1e-10 of the largest eigenvalue.
//!
//! Chapter 2, "The rank in floating point".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    let eigenvalues = theta.clone().symmetric_eigenvalues();
    let limit = eigenvalues.max() * theta.nrows() as f64 * f64::EPSILON;
    eigenvalues.iter().filter(|&&lambda| lambda > limit).count()
}
