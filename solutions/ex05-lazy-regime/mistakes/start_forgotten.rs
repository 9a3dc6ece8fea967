//! You have the change, ∇f₀·(θ − θ₀), and not the output that it changes. Add f₀(x): at the start
//! the expansion is the network.
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
    crate::solution::linearised(first0, readout0, first, readout, x, phi, slope) - start
}
