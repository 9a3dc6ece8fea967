//! You took the mean over the samples. The information of independent labels adds up, and so does
//! this course's loss: the sum is asked. (The mean is the information of one label, on average.)
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    crate::solution::fisher(jacobian, noise) / jacobian.nrows() as f64
}

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    crate::solution::empirical_fisher(jacobian, residuals) / jacobian.nrows() as f64
}
