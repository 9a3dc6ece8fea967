//! λ counts twice here. The penalty is ½ λ‖θ − θ₀‖² and its gradient λ(θ − θ₀), without a 2; the loss
//! has its ½ as well.
//!
//! Chapter 18, "Towards the start".

use nalgebra::{DMatrix, DVector};

pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    crate::solution::towards_start(theta, f0, y, 2.0 * lambda, t)
}
