//! Your steps are twice as long: the gradient of Σ(f − y)². With ½ before the sum the factor 2 of
//! the square's derivative goes.
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
    crate::solution::descend_linear(jacobian, f0, y, 2.0 * learning_rate, steps)
}
