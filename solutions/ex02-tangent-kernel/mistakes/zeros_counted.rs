//! You counted the eigenvalues that are zero: the dimension of the kernel's null space, the directions in
//! which training cannot move the outputs. The rank is the number of the others.
//!
//! Chapter 2, "When it has an inverse".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    theta.nrows() - crate::solution::kernel_rank(theta)
}
