//! The first layer's term lacks the readout weight: the output is aᵢ φ(wᵢ·x), so its change with wᵢ
//! is aᵢ φ′(wᵢ·x) Δwᵢ·x, with aᵢ at the start.
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
    let (h0, change) = (first0 * x, (first - first0) * x);
    let activations = h0.map(phi).dot(readout);
    let slopes = h0.map(slope).dot(&change);
    (activations + slopes) / (readout0.len() as f64).sqrt()
}
