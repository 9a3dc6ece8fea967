//! You multiplied JᵀJ by the mean squared residual. That is what the empirical matrix would be if
//! residuals had nothing to do with gradients, and it tempts because it is the Fisher matrix for a
//! noise that is estimated from the residuals. In the sum each sample has its own residual.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let mean = residuals.norm_squared() / residuals.len() as f64;
    jacobian.tr_mul(jacobian) * mean
}
