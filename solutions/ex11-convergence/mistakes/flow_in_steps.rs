//! You took the flow's time, divided by the learning rate. A step leaves 1 − ηλ of a mode where the
//! flow leaves e^(−ηλ). For small ηλ the two are close; beyond ηλ = 1 a step overshoots, which the
//! flow never does.
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
    let (limit, _) = crate::solution::learning_rates(theta);
    let time = crate::solution::time_to(theta, f0, y, epsilon);
    (learning_rate < limit && time.is_finite()).then(|| (time / learning_rate).ceil() as usize)
}
