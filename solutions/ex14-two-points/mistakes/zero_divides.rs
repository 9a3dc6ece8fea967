//! Right everywhere but at the zero vector: it has no direction, so dividing by its length gives
//! 0/0 = NaN. The network without biases returns 0 there, and the kernel is 0: return it before you
//! divide.
//!
//! Chapter 6, "Off the sphere".

use nalgebra::DVector;

use crate::solution::two_point_prediction;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { f64::NAN } else { crate::solution::ntk_relu(x, y) }
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
