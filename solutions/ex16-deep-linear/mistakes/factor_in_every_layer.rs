//! You put the factor gain/√n before the first layer too. It sums over d inputs, not over n units,
//! and has no factor: otherwise it would fade away with the width.
//!
//! Chapter 16, "The network as one map".

use nalgebra::{DMatrix, DVector};

fn factor(first: &DMatrix<f64>, gain: f64) -> f64 {
    gain / (first.nrows() as f64).sqrt()
}

pub fn end_to_end(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DVector<f64> {
    crate::solution::end_to_end(first, hidden, readout, gain) * factor(first, gain)
}

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    crate::solution::layer_terms(first, hidden, readout, gain, x, y) * factor(first, gain).powi(2)
}

pub fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64> {
    crate::solution::kernel_matrix(first, hidden, readout, gain) * factor(first, gain).powi(2)
}
