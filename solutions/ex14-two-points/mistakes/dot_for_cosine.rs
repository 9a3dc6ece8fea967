//! You used x·y where the cosine of the angle belongs: the formula as printed for unit vectors. But
//! x* = (1, 1) has length √2, and x·x* = 1 would put it in the very direction of (1, 0). The cosine
//! is x·y / |x||y|, and K has a factor |x||y| besides.
//!
//! Chapter 14, "How long is x*".

use std::f64::consts::PI;

use nalgebra::DVector;

use crate::solution::two_point_prediction;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let u = x.dot(y).clamp(-1.0, 1.0);
    let nngp = ((1.0 - u * u).sqrt() + u * (PI - u.acos())) / (2.0 * PI);
    nngp + x.dot(y) * (PI - u.acos()) / (2.0 * PI)
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
