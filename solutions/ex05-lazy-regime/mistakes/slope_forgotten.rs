//! The first layer's term lacks the slope: by the chain rule φ(wᵢ·x) changes by φ′(wᵢ·x) Δwᵢ·x,
//! with φ′ at the start.
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
    _slope: fn(f64) -> f64,
) -> f64 {
    let (h0, change) = (first0 * x, (first - first0) * x);
    let activations = h0.map(phi).dot(readout);
    (activations + change.dot(readout0)) / (readout0.len() as f64).sqrt()
}
