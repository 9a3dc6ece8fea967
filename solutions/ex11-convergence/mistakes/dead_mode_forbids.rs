//! You return that it never gets there as soon as the kernel has an eigenvalue of zero. That mode
//! has to hold something as well, and more than is asked. Two copies of one point with one label are
//! learned like a single point.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

use crate::solution;

fn singular(theta: &DMatrix<f64>) -> bool {
    let lambda = theta.symmetric_eigenvalues();
    lambda.min() <= 1e-10 * lambda.max()
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    if singular(theta) { f64::INFINITY } else { solution::time_to(theta, f0, y, epsilon) }
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    if singular(theta) { None } else { solution::steps_to(theta, f0, y, learning_rate, epsilon) }
}
