//! You brought x* to length 1. The network sees the length: without biases f(2x*) = 2 f(x*), so a
//! point and its direction get different predictions. Nor is there anything special about length 1:
//! at (1, 1)/√2 in worked example 1 the weights sum to 1.1092.
//!
//! Chapter 14, "How long is x*".

use nalgebra::DVector;

pub fn two_point_relu_prediction(
    x1: &DVector<f64>,
    x2: &DVector<f64>,
    x_star: &DVector<f64>,
    y1: f64,
    y2: f64,
) -> f64 {
    let norm = x_star.norm();
    let unit = if norm > 0.0 { x_star / norm } else { x_star.clone() };
    crate::solution::two_point_relu_prediction(x1, x2, &unit, y1, y2)
}

pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    let _ = (x1, x2);
    1.0 / x_star.norm()
}
