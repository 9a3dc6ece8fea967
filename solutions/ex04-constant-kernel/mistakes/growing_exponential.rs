//! Your modes grow: you have e^(+λt). The equation is ḟ = −Θ(f − y), so each part of the residual
//! decays, and at a late time nothing of it is left.
//!
//! Chapter 4, "The closed form".

use nalgebra::{DMatrix, DVector};

fn on_modes(theta: &DMatrix<f64>, g: impl Fn(f64) -> f64, v: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.transpose() * v;
    &eigen.eigenvectors * eigen.eigenvalues.map(g).component_mul(&modes)
}

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y + on_modes(theta, |lambda| (lambda * t).exp(), &(f0 - y))
}

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let integral = |lambda: f64| if lambda == 0.0 { t } else { -(lambda * t).exp_m1() / lambda };
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}
