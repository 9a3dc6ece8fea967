//! You took the same step every time: the residual of the start, f₀ − y, never changes in your
//! loop. It is the *Jacobian* that stands still. The outputs move, and with them what is left to
//! learn.
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
    jacobian.tr_mul(&(y - f0)) * (learning_rate * steps as f64)
}
