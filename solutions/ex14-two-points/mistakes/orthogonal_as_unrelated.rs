//! You took the kernel of orthogonal inputs as 0. For ReLU it is |x||y|/2π: the part x·y K̇ is
//! gone, but K is not, because activations that are never negative have a product with a positive
//! mean. (For an odd activation without biases, such as erf, orthogonal inputs do have kernel 0.)
//!
//! Chapter 14, "Orthogonal is not unrelated".

use nalgebra::DVector;

use crate::solution::two_point_prediction;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.dot(y) == 0.0 { 0.0 } else { crate::solution::ntk_relu(x, y) }
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
