//! You went to where descent ends, Jᵀ Θ⁺ (y − f₀), in one go. It is asked for what a given number
//! of steps has done, and a slow mode has hardly begun.
//!
//! Chapter 5, "Descent on the tangent".

use nalgebra::{DMatrix, DVector};

pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    _learning_rate: f64,
    _steps: usize,
) -> DVector<f64> {
    let pseudo = (jacobian * jacobian.transpose()).pseudo_inverse(1e-10);
    jacobian.tr_mul(&(pseudo.unwrap_or_else(|_| DMatrix::zeros(y.len(), y.len())) * (y - f0)))
}
