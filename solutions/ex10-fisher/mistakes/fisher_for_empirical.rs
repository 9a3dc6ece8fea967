//! You left the residuals out and have JᵀJ, the Fisher matrix itself. The empirical one takes the
//! labels as they are: each sample's gradient is its residual times ∇f, so each term carries the
//! residual squared. The names are nearly the same, the matrices are not.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let _ = residuals;
    jacobian.tr_mul(jacobian)
}
