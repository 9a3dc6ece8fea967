//! You added 1e-6 to the diagonal of Θ before you inverted it. That is a common guard against
//! singular matrices, and a small ridge: it changes about the sixth digit of every answer, and
//! suppresses modes slower than 1e-6 altogether. The limit of training has no ridge in it.
//!
//! Chapter 4, "No ridge in it".

use nalgebra::{DMatrix, DVector};

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let m = y.len();
    let guarded = theta_train + DMatrix::identity(m, m) * 1e-6;
    f0_test + theta_test_train * guarded.lu().solve(&(y - f0_train)).unwrap()
}
