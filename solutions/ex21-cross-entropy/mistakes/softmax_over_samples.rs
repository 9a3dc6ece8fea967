//! The outputs of all points were put through one softmax, as if they were classes of one point. Each
//! point has a probability of its own: σ of its output.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    let p = crate::solution::softmax(&DMatrix::from_row_slice(1, f.len(), f.as_slice()));
    let root = p.map(|p| (p * (1.0 - p)).sqrt());
    DMatrix::from_fn(f.len(), f.len(), |i, j| root[i] * theta[(i, j)] * root[j])
}
