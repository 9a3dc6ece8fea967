//! You have 1/σ⁴. The score of a label is (ε/σ²) ∇f, and squaring it does give 1/σ⁴; but the mean
//! over labels brings E[ε²] = σ² along, and 1/σ² is left.
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(&noise.map(|deviation| deviation.powi(-4)));
    jacobian.transpose() * weights * jacobian
}
