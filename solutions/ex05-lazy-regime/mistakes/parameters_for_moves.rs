//! You multiplied the gradient by θ where θ − θ₀ belongs. With no move at all, nothing but f₀ may
//! be left.
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
    let (h0, h) = (first0 * x, first * x);
    let activations = h0.map(phi).dot(&(readout0 + readout));
    let slopes = h0.map(slope).component_mul(&h).dot(readout0);
    (activations + slopes) / (readout0.len() as f64).sqrt()
}
