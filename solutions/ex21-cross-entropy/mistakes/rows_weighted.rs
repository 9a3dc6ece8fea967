//! This is DΘ, with the weights p(1 − p) on the rows alone. It has the right eigenvalues and moves the
//! probabilities, but it is not symmetric: no kernel. Half of the weight belongs on either side.
//!
//! Chapter 21, "The weighted kernel".

use nalgebra::{DMatrix, DVector};

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    DMatrix::from_fn(f.len(), f.len(), |i, j| {
        crate::solution::sigmoid(f[i]) * crate::solution::sigmoid(-f[i]) * theta[(i, j)]
    })
}
