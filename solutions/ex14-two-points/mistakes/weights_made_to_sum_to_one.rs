//! You divided the weights by their sum. An average needs that; kernel regression does not do it.
//! The sum tells how far x* reaches: 1.57 at (1, 1) in worked example 1 with the true kernel, twice
//! that at (2, 2).
//!
//! Chapter 14, "Weights, not an average".

use nalgebra::DVector;

pub fn two_point_prediction(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
    y1: f64,
    y2: f64,
) -> f64 {
    let (w1, w2) = kernel_weights(theta_11, theta_12, theta_22, theta_1, theta_2);
    w1 * y1 + w2 * y2
}

pub fn kernel_weights(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
) -> (f64, f64) {
    let (w1, w2) =
        crate::solution::kernel_weights(theta_11, theta_12, theta_22, theta_1, theta_2);
    (w1 / (w1 + w2), w2 / (w1 + w2))
}

pub fn two_point_relu_prediction(
    x1: &DVector<f64>,
    x2: &DVector<f64>,
    x_star: &DVector<f64>,
    y1: f64,
    y2: f64,
) -> f64 {
    let predict =
        |y1, y2| crate::solution::two_point_relu_prediction(x1, x2, x_star, y1, y2);
    predict(y1, y2) / predict(1.0, 1.0)
}
