//! You gave the first point's weight to the second target, and the other way round. Where x* is
//! equally like both points, as in worked example 1, it makes no difference.
//!
//! Chapter 14, "With assumed numbers".

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
    crate::solution::two_point_prediction(theta_11, theta_12, theta_22, theta_1, theta_2, y2, y1)
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
    (w2, w1)
}

pub fn two_point_relu_prediction(
    x1: &DVector<f64>,
    x2: &DVector<f64>,
    x_star: &DVector<f64>,
    y1: f64,
    y2: f64,
) -> f64 {
    crate::solution::two_point_relu_prediction(x1, x2, x_star, y2, y1)
}
