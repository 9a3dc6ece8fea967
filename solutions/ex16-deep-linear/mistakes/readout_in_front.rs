//! The terms are right, and in the other order: the first layer's term stands in front.
//!
//! Chapter 16, "A column times a row".

use nalgebra::{DMatrix, DVector};

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let terms = crate::solution::layer_terms(first, hidden, readout, gain, x, y);
    DVector::from_iterator(terms.len(), terms.iter().rev().copied())
}
