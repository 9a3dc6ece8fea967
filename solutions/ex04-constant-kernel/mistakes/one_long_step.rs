//! You took one straight step of length t. It agrees with the flow at first and leaves it soon: as
//! the outputs move, their velocity falls. e^(−Θt) starts as I − Θt and goes on.
//!
//! Chapter 4, "The closed form".

use nalgebra::{DMatrix, DVector};

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    f0 - theta * (f0 - y) * t
}

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let _ = theta_train;
    f0_test + theta_test_train * (y - f0_train) * t
}
