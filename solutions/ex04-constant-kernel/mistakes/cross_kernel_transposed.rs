//! You used Θ(X, x*) where Θ(x*, X) belongs. A row stands for a new point, a column for a training
//! point. With as many of the one as of the other the shapes fit either way, so no panic tells you.
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
    let cross = theta_test_train.transpose();
    crate::solution::predict_at(&cross, theta_train, f0_test, f0_train, y, t)
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let cross = theta_test_train.transpose();
    crate::solution::predict_limit(&cross, theta_train, f0_test, f0_train, y)
}
