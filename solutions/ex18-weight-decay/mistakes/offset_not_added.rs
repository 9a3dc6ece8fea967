//! The part that is fitted, without the offset f₀ − Jθ₀ that it was fitted on top of.
//!
//! Chapter 18, "A tangent that stays".

use nalgebra::{DMatrix, DVector};

pub fn frozen_tangent_end(
    jacobian: &DMatrix<f64>,
    theta0: &DVector<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
) -> DVector<f64> {
    crate::solution::frozen_tangent_end(jacobian, theta0, f0, y, lambda) - f0 + jacobian * theta0
}
