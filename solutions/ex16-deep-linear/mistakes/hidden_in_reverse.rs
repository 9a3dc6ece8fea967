//! The hidden matrices act in the other order: `hidden[0]` is the one right above the first layer, so
//! on the way down it comes last.
//!
//! Chapter 16, "The network as one map".

use nalgebra::{DMatrix, DVector};

pub fn end_to_end(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DVector<f64> {
    let turned: Vec<DMatrix<f64>> = hidden.iter().rev().cloned().collect();
    crate::solution::end_to_end(first, &turned, readout, gain)
}

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let turned: Vec<DMatrix<f64>> = hidden.iter().rev().cloned().collect();
    crate::solution::layer_terms(first, &turned, readout, gain, x, y)
}
