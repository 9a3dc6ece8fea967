//! You used the inverse for a diagonal of ones, with the determinant 1 − Θ₁₂². It holds for points
//! on the unit sphere. Θ(x, x) = |x|² elsewhere, so Θ₁₁ and Θ₂₂ are arguments of their own.
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
    let _ = (theta_11, theta_22);
    let determinant = 1.0 - theta_12 * theta_12;
    let w1 = (theta_1 - theta_2 * theta_12) / determinant;
    let w2 = (theta_2 - theta_1 * theta_12) / determinant;
    (w1, w2)
}
