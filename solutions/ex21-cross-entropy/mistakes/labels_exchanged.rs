//! The labels are exchanged: label 1 asks for p near 1, so it goes with −ln p = ln(1 + e^{−f}).
//!
//! Chapter 21, "The loss and its residual".

use nalgebra::DVector;

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    crate::solution::cross_entropy(&-f, y)
}
