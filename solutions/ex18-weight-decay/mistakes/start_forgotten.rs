//! What was learned, f − f₀, in place of f. At t = 0 that is zero, and the outputs are f₀.
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
    crate::solution::towards_start(theta, f0, y, lambda, t) - f0
}
