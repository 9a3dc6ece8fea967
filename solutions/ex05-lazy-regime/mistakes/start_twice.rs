//! You counted f₀ twice: once by itself, and once more in the new readout, a φ(h₀), which is a₀
//! φ(h₀) + Δa φ(h₀).
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
    let start = crate::solution::linearised(first0, readout0, first0, readout0, x, phi, slope);
    crate::solution::linearised(first0, readout0, first, readout, x, phi, slope) + start
}
