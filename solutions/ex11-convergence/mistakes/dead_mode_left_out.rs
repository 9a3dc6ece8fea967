//! You left the modes that never move out of the residual altogether. They do not move, and they are
//! still there: if they hold more than is asked, training never gets there.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

use crate::solution;

/// The residual without what no parameter reaches, and how large a part of it that is.
fn moving(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let lambda = &eigen.eigenvalues;
    let cutoff = 1e-10 * lambda.amax();
    let parts = eigen.eigenvectors.tr_mul(&(f0 - y));
    let kept = parts.zip_map(lambda, |part, lambda| if lambda > cutoff { part } else { 0.0 });
    &eigen.eigenvectors * kept + y
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    solution::time_to(theta, &moving(theta, f0, y), y, epsilon)
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    solution::steps_to(theta, &moving(theta, f0, y), y, learning_rate, epsilon)
}
