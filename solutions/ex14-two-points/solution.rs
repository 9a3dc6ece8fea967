use std::f64::consts::PI;

use nalgebra::DVector;

pub fn two_point_prediction(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
    y1: f64,
    y2: f64,
) -> f64 {
    // α = Θ⁻¹ y: the diagonal exchanged, the sign turned beside it, over the determinant.
    let determinant = theta_11 * theta_22 - theta_12 * theta_12;
    let alpha_1 = (theta_22 * y1 - theta_12 * y2) / determinant;
    let alpha_2 = (theta_11 * y2 - theta_12 * y1) / determinant;
    theta_1 * alpha_1 + theta_2 * alpha_2
}

pub fn kernel_weights(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
) -> (f64, f64) {
    let predict =
        |y1, y2| two_point_prediction(theta_11, theta_12, theta_22, theta_1, theta_2, y1, y2);
    (predict(1.0, 0.0), predict(0.0, 1.0))
}

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    // From the chord, not from acos of the cosine, which is flat where x and y are parallel.
    let (unit_x, unit_y) = (x.normalize(), y.normalize());
    let theta = 2.0 * (&unit_x - &unit_y).norm().atan2((unit_x + unit_y).norm());
    let nngp = norms * (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI);
    let kdot = (PI - theta) / (2.0 * PI);
    nngp + x.dot(y) * kdot
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

pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    // The weights grow as s, so s is 1 over their sum at x*; with both targets 1 the prediction is
    // that sum.
    1.0 / two_point_relu_prediction(x1, x2, x_star, 1.0, 1.0)
}
