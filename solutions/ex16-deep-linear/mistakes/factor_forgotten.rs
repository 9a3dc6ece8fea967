//! The factors gain/√n are missing: you took the weights alone for the network. The factor belongs to
//! every layer but the first, in the forward pass and so in each gradient.
//!
//! Chapter 16, "The network as one map".

use nalgebra::{DMatrix, DVector};

/// Undoes the factor: gain = √n makes it 1.
fn bare(first: &DMatrix<f64>) -> f64 {
    (first.nrows() as f64).sqrt()
}

pub fn end_to_end(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DVector<f64> {
    let _ = gain;
    crate::solution::end_to_end(first, hidden, readout, bare(first))
}

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let _ = gain;
    crate::solution::layer_terms(first, hidden, readout, bare(first), x, y)
}

pub fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64> {
    let _ = gain;
    crate::solution::kernel_matrix(first, hidden, readout, bare(first))
}
