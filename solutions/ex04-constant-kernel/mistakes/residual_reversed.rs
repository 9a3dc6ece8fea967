//! Your outputs move away from the targets: you have f₀ − y where y − f₀ belongs. The closed form
//! for the training points has f₀ − y, for what decays; the prediction adds what has been learned,
//! which is the opposite.
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
    let right = crate::solution::predict_at(theta_test_train, theta_train, f0_test, f0_train, y, t);
    f0_test * 2.0 - right
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let right = crate::solution::predict_limit(theta_test_train, theta_train, f0_test, f0_train, y);
    f0_test * 2.0 - right
}
