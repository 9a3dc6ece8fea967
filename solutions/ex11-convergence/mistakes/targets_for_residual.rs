//! You took the targets apart. What training has to remove is the residual f₀ − y: a mode that the
//! start happens to have right needs no time. For a network that starts from 0 the two are the same
//! but for the sign.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    crate::solution::mode_loads(theta, &(f0 * 0.0), y)
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    crate::solution::time_to(theta, &(f0 * 0.0), y, epsilon)
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    crate::solution::steps_to(theta, &(f0 * 0.0), y, learning_rate, epsilon)
}
