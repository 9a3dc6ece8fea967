//! You have y where y − f₀(X) belongs. Training removes what separates the outputs from the
//! targets, and at the start that is y − f₀(X); only a network that starts at zero must learn all
//! of y.
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
    let zero = f0_train * 0.0;
    crate::solution::predict_at(theta_test_train, theta_train, f0_test, &zero, y, t)
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let zero = f0_train * 0.0;
    crate::solution::predict_limit(theta_test_train, theta_train, f0_test, &zero, y)
}
