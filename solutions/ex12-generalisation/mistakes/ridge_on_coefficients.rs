//! You penalised the coefficients α of f(x) = Σ αᵢ Θ(x, xᵢ), which gives (Θ² + λ)⁻¹ Θ y. The penalty
//! on the parameters is another one: θ − θ₀ = Jᵀ α has the squared length αᵀ Θ α, not αᵀ α.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    smoother(theta, y.len(), |lambda| lambda / (lambda * lambda + ridge)) * y
}
