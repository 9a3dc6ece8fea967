//! v vᵀ gives the product of the outputs, f(x) f(y) = xᵀ v vᵀ y. The kernel is the product of the
//! *gradients*: one inner product for each layer.
//!
//! Chapter 16, "A column times a row".

use nalgebra::{DMatrix, DVector};

pub fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64> {
    let v = crate::solution::end_to_end(first, hidden, readout, gain);
    &v * v.transpose()
}
