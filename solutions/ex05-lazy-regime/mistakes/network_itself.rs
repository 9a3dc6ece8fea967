//! You evaluated the network at the new parameters. Its expansion around θ₀ is another function: φ
//! and φ′ are taken at the start, and only θ − θ₀ enters, linearly. The two agree for small moves.
//!
//! Chapter 5, "A tangent in place of a curve".

use nalgebra::{DMatrix, DVector};

pub fn linearised(
    _first0: &DMatrix<f64>,
    _readout0: &DVector<f64>,
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    _slope: fn(f64) -> f64,
) -> f64 {
    (first * x).map(phi).dot(readout) / (readout.len() as f64).sqrt()
}
