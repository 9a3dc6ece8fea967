//! You used kernel ridge regression with the ridge 1/t. Stopping early acts much like it, and the
//! two are often called the same. They never are: the flow has learned 1 − e^(−λt) of a mode, the
//! ridge λ/(λ + 1/t), and these agree at t = 0 and in the limit alone.
//!
//! Chapter 4, "No ridge in it".

use nalgebra::{DMatrix, DVector};

fn on_modes(theta: &DMatrix<f64>, g: impl Fn(f64) -> f64, v: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.transpose() * v;
    &eigen.eigenvectors * eigen.eigenvalues.map(g).component_mul(&modes)
}

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let filter = |lambda: f64| t / (lambda * t + 1.0);
    f0_test + theta_test_train * on_modes(theta_train, filter, &(y - f0_train))
}
