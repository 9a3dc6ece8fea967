//! You weighed each sample by its residual. The gradient carries the residual once, and the product
//! of the gradient with itself twice. With a residual below zero your matrix has negative
//! eigenvalues; a sum of squares has none.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(residuals);
    jacobian.transpose() * weights * jacobian
}
