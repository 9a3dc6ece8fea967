//! You have JᵀJ, the Fisher matrix for a noise of 1. A label with an error of standard deviation σ
//! informs 1/σ² times as much, each sample by its own.
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let _ = noise;
    jacobian.tr_mul(jacobian)
}
