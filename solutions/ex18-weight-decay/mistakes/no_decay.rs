//! This is the flow without decay: λ does nothing. In the equation for f − f₀ it adds to every rate.
//!
//! Chapter 18, "Towards the start".

use nalgebra::{DMatrix, DVector};

pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    _lambda: f64,
    t: f64,
) -> DVector<f64> {
    crate::solution::towards_start(theta, f0, y, 0.0, t)
}
