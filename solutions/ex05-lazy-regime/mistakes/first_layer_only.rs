//! You moved the first layer alone. The readout weights are parameters too: their change Δa brings
//! Δa φ(h₀).
//!
//! Chapter 5, "A tangent in place of a curve".

use nalgebra::{DMatrix, DVector};

pub fn linearised(
    first0: &DMatrix<f64>,
    readout0: &DVector<f64>,
    first: &DMatrix<f64>,
    _readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> f64 {
    crate::solution::linearised(first0, readout0, first, readout0, x, phi, slope)
}
