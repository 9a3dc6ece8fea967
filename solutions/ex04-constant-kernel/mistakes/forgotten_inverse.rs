//! You multiplied Θ(x*, X) by how far the training outputs have moved. Between the two stands Θ⁻¹:
//! the outputs moved by Θ times something, and it is that something which Θ(x*, X) carries to the
//! new points. Check it at the training points themselves.
//!
//! Chapter 4, "At a new point".

use nalgebra::{DMatrix, DVector};

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let moved = crate::solution::flow_at(theta_train, f0_train, y, t) - f0_train;
    f0_test + theta_test_train * moved
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let _ = theta_train;
    f0_test + theta_test_train * (y - f0_train)
}
