//! You compared √λ, the singular values of J, with 1e-10 of the largest of them. That is a limit of 1e-20
//! for the eigenvalues of JJᵀ, far below their rounding.
//!
//! Chapter 2, "The rank in floating point".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    let eigenvalues = theta.clone().symmetric_eigenvalues();
    let limit = 1e-20 * eigenvalues.max();
    eigenvalues.iter().filter(|&&lambda| lambda > limit).count()
}
