//! This is DΘD: symmetric, but weighted twice. That is the kernel of the probabilities, ∇p·∇p′. In the
//! Gauss–Newton matrix JᵀDJ the weight stands once, so each side gets its root.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    let w = f.map(|f| crate::solution::sigmoid(f) * crate::solution::sigmoid(-f));
    DMatrix::from_fn(f.len(), f.len(), |i, j| w[i] * theta[(i, j)] * w[j])
}
