//! You divided by the diagonal of Θ and left Θ₁₂ out, as if each training point stood alone. A step
//! on one moves the other too, by Θ₁₂; the inverse of the whole matrix takes that into account.
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
    let _ = theta_12;
    (theta_1 / theta_11, theta_2 / theta_22)
}
