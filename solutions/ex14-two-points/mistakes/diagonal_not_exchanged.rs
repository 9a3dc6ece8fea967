//! You left Θ₁₁ and Θ₂₂ where they stand. In the inverse of a 2 × 2 matrix they change places: the
//! first target is multiplied by Θ₂₂. With a diagonal of ones, as in worked example 1, nobody
//! notices.
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
    let determinant = theta_11 * theta_22 - theta_12 * theta_12;
    let w1 = (theta_1 * theta_11 - theta_2 * theta_12) / determinant;
    let w2 = (theta_2 * theta_22 - theta_1 * theta_12) / determinant;
    (w1, w2)
}
