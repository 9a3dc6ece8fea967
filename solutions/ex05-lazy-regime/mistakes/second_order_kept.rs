//! You kept a product of two moves, Δa φ′(h₀) Δh: it comes of putting the new readout before the
//! change of φ. A first-order expansion has each move once; the slope's term carries the readout at
//! the start.
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
    let slopes = h0.map(slope).component_mul(&change).dot(readout);
    (activations + slopes) / (readout0.len() as f64).sqrt()
}
