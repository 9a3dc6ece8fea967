//! You took the eigenvectors as rows, and computed Uᵀ g(λ) U in place of U g(λ) Uᵀ. They are the
//! columns of `eigenvectors`: Uᵀ carries a vector into the basis, U carries it back. Where two
//! points have the same Θ(x, x), U may be symmetric, and hides it.
//!
//! Chapter 4, "Mode by mode".

use nalgebra::{DMatrix, DVector};

fn on_modes(theta: &DMatrix<f64>, g: impl Fn(f64) -> f64, v: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let modes = &eigen.eigenvectors * v;
    eigen.eigenvectors.transpose() * eigen.eigenvalues.map(g).component_mul(&modes)
}

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y + on_modes(theta, |lambda| (-lambda * t).exp(), &(f0 - y))
}

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let integral = |lambda: f64| if lambda == 0.0 { t } else { -(-lambda * t).exp_m1() / lambda };
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let cutoff = 1e-10 * theta_train.symmetric_eigenvalues().max();
    let inverse = |lambda: f64| if lambda > cutoff { 1.0 / lambda } else { 0.0 };
    f0_test + theta_test_train * on_modes(theta_train, inverse, &(y - f0_train))
}
