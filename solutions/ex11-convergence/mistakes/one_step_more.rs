//! You counted one step too many: the size is looked at before the first step, and where it is small
//! enough already, no step is taken.
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
    crate::solution::steps_to(theta, f0, y, learning_rate, epsilon).map(|steps| steps + 1)
}
