//! You took (1 − e^(−λt))/λ as it stands, and it gives way twice. At λ = 0 it is 0/0, which is NaN;
//! where λt is tiny, the subtraction loses most of the digits. The integral is t at λ = 0, and
//! elsewhere `-(-l * t).exp_m1() / l` keeps every digit.
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
    let integral = |lambda: f64| (1.0 - (-lambda * t).exp()) / lambda;
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}
