//! The penalty was centred at θ₀: that is the other kind of decay. Here it is ½ λ‖θ‖², and the model at
//! θ = 0 gives f₀ − Jθ₀, not f₀.
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
    crate::solution::frozen_tangent_end(jacobian, &zero, f0, y, lambda)
}
