//! You inverted Θ, and here Θ has no inverse: a point stands twice in the data, or one is zero, or
//! there are more points than the kernel has dimensions. Training is finite all the same, for what
//! cannot be inverted does not move. Work mode by mode, and treat λ = 0 apart.
//!
//! Chapter 4, "When Θ is singular".

use nalgebra::{DMatrix, DVector};

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let eigen = theta_train.clone().symmetric_eigen();
    let learned = eigen.eigenvalues.map(|lambda| -(-lambda * t).exp_m1());
    let modes = eigen.eigenvectors.transpose() * (y - f0_train);
    let moved = &eigen.eigenvectors * learned.component_mul(&modes);
    f0_test + theta_test_train * (theta_train.clone().try_inverse().unwrap() * moved)
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    f0_test + theta_test_train * (theta_train.clone().try_inverse().unwrap() * (y - f0_train))
}
