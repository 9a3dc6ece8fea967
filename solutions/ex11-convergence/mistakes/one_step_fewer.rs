//! You are one step short: the number was rounded down, or the last step, the one that crosses the
//! mark, was not counted.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::{DMatrix, DVector};

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    crate::solution::steps_to(theta, f0, y, learning_rate, epsilon)
        .map(|steps| steps.saturating_sub(1))
}
