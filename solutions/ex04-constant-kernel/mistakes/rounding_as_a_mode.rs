//! Your guard asks for an eigenvalue of exactly zero. Rounding seldom leaves one: here it is some
//! 1e-17, its inverse is huge, and what it multiplies is rounding as well, so that the answer is
//! noise. Compare with the largest eigenvalue: at most 1e-10 of it counts as zero.
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
    let inverse = |lambda: f64| if lambda == 0.0 { 0.0 } else { 1.0 / lambda };
    f0_test + theta_test_train * on_modes(theta_train, inverse, &(y - f0_train))
}
