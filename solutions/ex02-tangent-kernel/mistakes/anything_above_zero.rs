//! You counted every eigenvalue above 0. A zero eigenvalue comes out as ±1e-17 or so, and half of them
//! with a plus sign: what the matrix cannot do is then decided by rounding.
//!
//! Chapter 2, "The rank in floating point".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    theta.clone().symmetric_eigenvalues().iter().filter(|&&lambda| lambda > 0.0).count()
}
