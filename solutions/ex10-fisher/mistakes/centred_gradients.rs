//! You subtracted the mean gradient first: the covariance of the gradients. It is of use for the
//! noise of stochastic descent. The empirical Fisher matrix is the plain sum of squares, not
//! centred.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let mean = jacobian.tr_mul(residuals) / residuals.len() as f64;
    crate::solution::empirical_fisher(jacobian, residuals)
        - &mean * mean.transpose() * residuals.len() as f64
}
