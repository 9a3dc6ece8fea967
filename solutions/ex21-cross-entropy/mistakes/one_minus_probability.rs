//! 1 − p was computed as a difference. For p within 1e-17 of 1 it is 0, and digits are lost long
//! before. 1 − σ(f) is σ(−f).
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    let root = f.map(|f| {
        let p = crate::solution::sigmoid(f);
        (p * (1.0 - p)).sqrt()
    });
    DMatrix::from_fn(f.len(), f.len(), |i, j| root[i] * theta[(i, j)] * root[j])
}
