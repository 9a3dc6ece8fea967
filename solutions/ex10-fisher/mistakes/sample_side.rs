//! You have products of the samples' gradients with one another, m × m: a kernel weighed by
//! residuals. What is asked has a row and a column for each parameter, P × P.
//!
//! Chapter 10, "One Jacobian, two squares".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(residuals);
    &weights * jacobian * jacobian.transpose() * &weights
}
