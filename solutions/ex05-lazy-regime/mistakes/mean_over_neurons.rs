//! You divided by n: a mean over the neurons, as in mean-field scaling. This course's network has
//! 1/√n, and the lazy regime is a consequence of that.
//!
//! Chapter 5, "A tangent in place of a curve"; the other scaling is in "Scale decides, not width".

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
    let root = (readout.len() as f64).sqrt();
    crate::solution::linearised(first0, readout0, first, readout, x, phi, slope) / root
}
