//! You computed JJᵀ, m × m: the kernel, one row for each sample. The Fisher matrix is the other
//! square of the same Jacobian, JᵀJ, P × P, one row for each parameter. Books call the kernel "the
//! Fisher matrix" because the two share every eigenvalue that is not zero; they share nothing else.
//!
//! Chapter 10, "One Jacobian, two squares".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let _ = noise;
    jacobian * jacobian.transpose()
}
