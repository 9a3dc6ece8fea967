//! You waited for the loss to fall to ε. The loss is half of the squared size, so it gets there in
//! half of the time in which the size does, with one mode; the size is asked.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    crate::solution::time_to(theta, f0, y, epsilon.sqrt())
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    crate::solution::steps_to(theta, f0, y, learning_rate, epsilon.sqrt())
}
