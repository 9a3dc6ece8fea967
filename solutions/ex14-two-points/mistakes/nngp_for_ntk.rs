//! You used K, the covariance of the random network. Regression with it is what training the
//! readout alone gives. All layers are trained here, and the kernel is Θ = K + x·y K̇.
//!
//! Chapter 14, "With the true kernel".

use std::f64::consts::PI;

use nalgebra::DVector;

use crate::solution::two_point_prediction;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (unit_x, unit_y) = (x.normalize(), y.normalize());
    let theta = 2.0 * (&unit_x - &unit_y).norm().atan2((unit_x + unit_y).norm());
    norms * (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI)
}

pub fn two_point_relu_prediction(
    x1: &DVector<f64>,
    x2: &DVector<f64>,
    x_star: &DVector<f64>,
    y1: f64,
    y2: f64,
) -> f64 {
    let (theta_11, theta_12, theta_22) = (ntk_relu(x1, x1), ntk_relu(x1, x2), ntk_relu(x2, x2));
    let (theta_1, theta_2) = (ntk_relu(x_star, x1), ntk_relu(x_star, x2));
    two_point_prediction(theta_11, theta_12, theta_22, theta_1, theta_2, y1, y2)
}
