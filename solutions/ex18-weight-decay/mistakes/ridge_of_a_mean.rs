//! The ridge is m λ here, as for a loss that is a mean over the points. This one is a sum, and its ridge
//! is λ.
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
    crate::solution::towards_start(theta, f0, y, lambda * y.len() as f64, t)
}
