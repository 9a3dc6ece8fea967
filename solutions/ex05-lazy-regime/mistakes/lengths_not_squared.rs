//! You compared D with share · n (d + 1). That is a squared length against a length: ‖θ₀‖ is the
//! root of n (d + 1).
//!
//! Chapter 5, "How wide is wide enough".

use nalgebra::{DMatrix, DVector};

pub fn lazy_width(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    inputs: usize,
    share: f64,
) -> usize {
    let ratio = crate::solution::displacement(theta, f0, y, f64::INFINITY) / share;
    (ratio / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
}
