//! This is the first layer's part, a multiple of the unit matrix. The layers above add what they see
//! of the inputs through the weights below them.
//!
//! Chapter 16, "A column times a row".

use nalgebra::{DMatrix, DVector};

pub fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64> {
    let unit = DVector::from_fn(first.ncols(), |k, _| f64::from(u8::from(k == 0)));
    let terms = crate::solution::layer_terms(first, hidden, readout, gain, &unit, &unit);
    DMatrix::identity(first.ncols(), first.ncols()) * terms[0]
}
