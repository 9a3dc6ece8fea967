//! You let the move itself shrink, ‖θ_∞ − θ₀‖ = D/√n, as is often written, against a fixed length.
//! It is the other way round: the move is D at every width, and ‖θ₀‖ = √(n (d + 1)) grows.
//!
//! Chapter 5, "How wide is wide enough", and "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn lazy_width(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    _inputs: usize,
    share: f64,
) -> usize {
    let ratio = crate::solution::displacement(theta, f0, y, f64::INFINITY) / share;
    (ratio * ratio).ceil().max(1.0) as usize
}
