//! This is ΘD, with the weights p(1 − p) on the columns alone. It shares the eigenvalues, but it is not
//! symmetric. Half of the weight belongs on either side.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    DMatrix::from_fn(f.len(), f.len(), |i, j| {
        crate::solution::sigmoid(f[j]) * crate::solution::sigmoid(-f[j]) * theta[(i, j)]
    })
}
