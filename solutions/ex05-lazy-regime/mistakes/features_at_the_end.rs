//! You took φ and φ′ at the new weights. The tangent touches the curve at θ₀: features and slopes
//! are those of the start, whatever the move. That they stand still is what makes the model linear.
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
    let (start, now, change) = (first0 * x, first * x, (first - first0) * x);
    let outputs = start.map(phi).dot(readout0) + now.map(phi).dot(&(readout - readout0));
    let slopes = now.map(slope).component_mul(&change).dot(readout);
    (outputs + slopes) / (readout0.len() as f64).sqrt()
}
