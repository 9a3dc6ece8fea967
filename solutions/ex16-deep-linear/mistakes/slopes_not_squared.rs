//! Each term has the *squared* length of the slope ∂f/∂hˡ, once for x and once for y: it is the same
//! slope for both, because the network is linear. You have its length.
//!
//! Chapter 16, "A column times a row".

use nalgebra::{DMatrix, DVector};

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let mut terms = crate::solution::layer_terms(first, hidden, readout, gain, x, y);
    let factor = gain / (first.nrows() as f64).sqrt();
    let mut slope = readout * factor;
    let last = terms.len() - 1;
    for layer in (0..last).rev() {
        let length = slope.norm();
        if length > 0.0 {
            terms[layer] /= length;
        }
        if layer > 0 {
            slope = hidden[layer - 1].tr_mul(&slope) * factor;
        }
    }
    terms
}
