//! You returned the m eigenvalues of the kernel JJᵀ. The Fisher matrix has P of them: the same ones
//! where they are not zero, and zeros for all directions of parameters that no sample sees. Where P
//! is smaller than m it is the kernel that has the extra zeros.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let kernel = jacobian * jacobian.transpose();
    let mut values = kernel.symmetric_eigenvalues().as_slice().to_vec();
    values.sort_by(|a, b| b.total_cmp(a));
    DVector::from_vec(values)
}
