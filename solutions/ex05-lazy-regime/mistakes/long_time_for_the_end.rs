//! You took a long time for the end of training. Here a mode has the eigenvalue 1e-6 and needs
//! longer still. `displacement` takes `f64::INFINITY`.
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
    let ratio = crate::solution::displacement(theta, f0, y, 1e3) / share;
    (ratio * ratio / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
}
