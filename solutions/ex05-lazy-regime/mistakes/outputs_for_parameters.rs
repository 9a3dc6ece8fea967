//! You took ‖y − f₀‖ for the displacement. The parameters go √((y − f₀)ᵀ Θ⁺ (y − f₀)): a residual
//! along a small eigenvalue costs more.
//!
//! Chapter 5, "How wide is wide enough".

use nalgebra::{DMatrix, DVector};

pub fn lazy_width(
    _theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    inputs: usize,
    share: f64,
) -> usize {
    let ratio = (y - f0).norm() / share;
    (ratio * ratio / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
}
