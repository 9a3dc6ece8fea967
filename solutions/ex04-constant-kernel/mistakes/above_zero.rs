//! You kept every mode with λ > 0. Of the eigenvalues that should be zero, rounding makes some a
//! little larger, and their inverses are huge. At most 1e-10 of the largest counts as zero.
//!
//! Chapter 4, "When Θ is singular".

use nalgebra::{DMatrix, DVector};

fn on_modes(theta: &DMatrix<f64>, g: impl Fn(f64) -> f64, v: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.transpose() * v;
    &eigen.eigenvectors * eigen.eigenvalues.map(g).component_mul(&modes)
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let inverse = |lambda: f64| if lambda > 0.0 { 1.0 / lambda } else { 0.0 };
    f0_test + theta_test_train * on_modes(theta_train, inverse, &(y - f0_train))
}
