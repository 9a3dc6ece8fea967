//! You averaged the targets with the kernel values as weights, (θ₁y₁ + θ₂y₂)/(θ₁ + θ₂). That is
//! another method, the smoother of Nadaraya and Watson. With positive kernel values it never leaves
//! the range of the targets. Regression may, and it passes through the targets, which this does
//! not.
//!
//! Chapter 14, "Weights, not an average".

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
    (theta_1 / (theta_1 + theta_2), theta_2 / (theta_1 + theta_2))
}
