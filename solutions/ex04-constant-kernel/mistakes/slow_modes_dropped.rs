//! You left out the modes whose eigenvalue is below 1e-10 of the largest. In the limit such a mode
//! counts as zero, by agreement. At a finite time nothing needs to be left out: a mode with λ near
//! 0 moves by t, and the kernel beside it may be small and not zero.
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
    let cutoff = 1e-10 * theta_train.symmetric_eigenvalues().max();
    let integral =
        |lambda: f64| if lambda <= cutoff { 0.0 } else { -(-lambda * t).exp_m1() / lambda };
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}
