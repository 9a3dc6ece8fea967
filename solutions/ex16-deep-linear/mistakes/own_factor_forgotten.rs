//! The gradient with respect to Wˡ has the layer's own factor gain/√n: hˡ = factor · Wˡ hˡ⁻¹. You have
//! the factors of the layers above and below it, and not its own.
//!
//! Chapter 16, "A column times a row".

use nalgebra::{DMatrix, DVector};

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let factor = gain / (first.nrows() as f64).sqrt();
    let terms = crate::solution::layer_terms(first, hidden, readout, gain, x, y);
    terms.map_with_location(|layer, _, term| if layer == 0 { term } else { term / (factor * factor) })
}
