//! You started from an output of zero. What has to be learned is y − f₀.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, _f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    crate::solution::displacement(theta, &DVector::zeros(y.len()), y, t)
}

pub fn lazy_width(
    theta: &DMatrix<f64>,
    _f0: &DVector<f64>,
    y: &DVector<f64>,
    inputs: usize,
    share: f64,
) -> usize {
    let zero = DVector::zeros(y.len());
    crate::solution::lazy_width(theta, &zero, y, inputs, share)
}
