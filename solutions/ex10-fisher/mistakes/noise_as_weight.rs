//! You multiplied each sample by its standard deviation, as if noise were a weight. A noisy label
//! says less, not more: its information is 1/σ², one over the variance.
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    jacobian.transpose() * DMatrix::from_diagonal(noise) * jacobian
}
