//! You divided by the empirical Fisher matrix, Σ rᵢ² ∇fᵢ ∇fᵢᵀ. Then output i moves by −1/rᵢ: the
//! smaller an error, the larger its step, and near the targets it explodes. The metric of the
//! natural gradient does not know the labels.
//!
//! Chapter 10, "The empirical Fisher matrix".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let mut gradients = jacobian.clone();
    for (mut row, residual) in gradients.row_iter_mut().zip(residuals) {
        row *= *residual;
    }
    let ones = DVector::from_element(residuals.len(), 1.0);
    crate::solution::natural_step(&gradients, &ones, damping)
}
