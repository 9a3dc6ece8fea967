//! Your formula is right, and its digits are not: you subtracted e^(−λt) from 1. Where λt is 1e-6,
//! ten digits of the difference are left, where it is 1e-9 only seven. `(-l * t).exp_m1()` is
//! e^(−λt) − 1 with all of them.
//!
//! Chapter 4, "At a new point".

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
    let integral =
        |lambda: f64| if lambda == 0.0 { t } else { (1.0 - (-lambda * t).exp()) / lambda };
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}
