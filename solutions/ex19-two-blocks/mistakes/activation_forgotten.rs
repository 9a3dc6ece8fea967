//! The features are σ(wᵢ·x), and you took wᵢ·x: a linear network's block.
//!
//! Chapter 19, "One gradient for each layer".

use nalgebra::{DMatrix, DVector};

pub fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    let h = xs * w.transpose();
    &h * h.transpose() / a.len() as f64
}
