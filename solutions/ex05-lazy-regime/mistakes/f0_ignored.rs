//! You trained from an output of zero. The linear model starts at f₀, and its residual is f₀ + Jδ −
//! y.
//!
//! Chapter 5, "Descent on the tangent".

use nalgebra::{DMatrix, DVector};

pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    _f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    steps: usize,
) -> DVector<f64> {
    let zero = DVector::zeros(y.len());
    crate::solution::descend_linear(jacobian, &zero, y, learning_rate, steps)
}
