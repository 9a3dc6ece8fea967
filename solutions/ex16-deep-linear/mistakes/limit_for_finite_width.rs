//! This is the limit of infinite width, L times the unit matrix. At the given weights the kernel still
//! remembers the draw, and only its mean is a multiple of I.
//!
//! Chapter 16, "What is left at infinite width".

use nalgebra::{DMatrix, DVector};

pub fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let (_, layers) = (readout, hidden.len() + 2);
    let scale = gain.powi(2 * (layers as i32 - 1));
    let _ = first;
    DVector::from_element(layers, scale * x.dot(y))
}

pub fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64> {
    let (_, layers) = (readout, hidden.len() + 2);
    let scale = layers as f64 * gain.powi(2 * (layers as i32 - 1));
    DMatrix::identity(first.ncols(), first.ncols()) * scale
}
