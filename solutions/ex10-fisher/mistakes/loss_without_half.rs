//! You have four times the matrix: the gradient of r² is 2r ∇f, and squared that makes 4. The loss
//! of a sample is half of its squared residual, and the 2 is gone.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    crate::solution::empirical_fisher(jacobian, residuals) * 4.0
}
