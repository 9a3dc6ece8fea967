//! You returned the limit whatever t is. Θ⁻¹ alone is the end of training; at a time t it stands
//! with I − e^(−Θt), which is nothing at t = 0.
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
    let _ = t;
    crate::solution::predict_limit(theta_test_train, theta_train, f0_test, f0_train, y)
}
