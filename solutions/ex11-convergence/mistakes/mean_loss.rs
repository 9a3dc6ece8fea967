//! You have the answer for a loss that is a mean over the samples, where every rate is m times
//! smaller. In this course the loss is a sum. A learning rate that is right for one of them is wrong
//! by a factor m for the other.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    crate::solution::time_to(theta, f0, y, epsilon) * theta.nrows() as f64
}

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (limit, best) = crate::solution::learning_rates(theta);
    (limit * theta.nrows() as f64, best * theta.nrows() as f64)
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    crate::solution::steps_to(theta, f0, y, learning_rate / theta.nrows() as f64, epsilon)
}
