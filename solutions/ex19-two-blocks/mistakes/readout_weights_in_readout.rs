//! You weighed the readout's block with the readout weights. The derivative by aᵢ is σ(wᵢ·x)/√n: aᵢ
//! itself is gone from it.
//!
//! Chapter 19, "One gradient for each layer".

use nalgebra::{DMatrix, DVector};

pub fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    let mut h = (xs * w.transpose()).map(|z| z.max(0.0));
    for (mut column, weight) in h.column_iter_mut().zip(a) {
        column *= *weight;
    }
    &h * h.transpose() / a.len() as f64
}
