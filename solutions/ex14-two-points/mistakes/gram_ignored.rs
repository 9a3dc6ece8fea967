//! You weighed each target by its kernel value with x* and left Θ out. That is right only if Θ is
//! the identity. Otherwise Θ⁻¹ stands between the two: it takes out what the training points
//! already share, and brings the answer back to the targets' own size.
//!
//! Chapter 14, "With assumed numbers".

use nalgebra::DVector;

use crate::solution::ntk_relu;

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
    let _ = (theta_11, theta_12, theta_22);
    (theta_1, theta_2)
}

pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    1.0 / (ntk_relu(x_star, x1) + ntk_relu(x_star, x2))
}
