//! You went uphill. The step is against the gradient of the loss, and with the residual f − y
//! (output minus target) that is −rate · Jᵀ(f − y).
//!
//! Chapter 5, "Descent on the tangent".

use nalgebra::{DMatrix, DVector};

pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    steps: usize,
) -> DVector<f64> {
    crate::solution::descend_linear(jacobian, f0, y, -learning_rate, steps)
}
