//! You left out f₀(x*), as if the untrained network returned zero at the new points. It returns
//! something random, and training only adds to that.
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
    let zero = f0_test * 0.0;
    crate::solution::predict_at(theta_test_train, theta_train, &zero, f0_train, y, t)
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let zero = f0_test * 0.0;
    crate::solution::predict_limit(theta_test_train, theta_train, &zero, f0_train, y)
}
