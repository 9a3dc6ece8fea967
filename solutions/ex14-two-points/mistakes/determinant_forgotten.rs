//! You have the inverse without its determinant: the diagonal exchanged, the sign turned, and
//! nothing divided. At a training point the prediction must be its target; yours is that times
//! Θ₁₁Θ₂₂ − Θ₁₂².
//!
//! Chapter 14, "With assumed numbers".

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
    let w1 = theta_1 * theta_22 - theta_2 * theta_12;
    let w2 = theta_2 * theta_11 - theta_1 * theta_12;
    (w1, w2)
}
