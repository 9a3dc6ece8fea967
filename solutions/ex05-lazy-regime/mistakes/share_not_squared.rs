//! You have D²/(share (d + 1)). The condition is about lengths, and n stands under a root in one of
//! them: square all of it, the share too.
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
    (ratio * ratio * share / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
}
