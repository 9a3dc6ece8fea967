//! The factor 1/√n is missing. It belongs to the network, so f₀ and every derivative carry it. At
//! width 1 it does not show.
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
    root * crate::solution::linearised(first0, readout0, first, readout, x, phi, slope)
}
