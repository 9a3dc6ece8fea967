//! You summed the gradients first and squared afterwards: a matrix of rank 1. The terms that belong
//! to two different samples are in it, and they should not be: the mean over independent labels is
//! zero for them. This happens in code that squares the gradient of a whole batch.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let sum = jacobian.tr_mul(&noise.map(|deviation| 1.0 / deviation));
    &sum * sum.transpose()
}

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let sum = jacobian.tr_mul(residuals);
    &sum * sum.transpose()
}
