//! You added K and K̇. The first layer's gradient carries the input itself, so the product of two
//! of them carries x·y: Θ = K + x·y K̇.
//!
//! Chapter 6, "Two layers, two terms".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (unit_x, unit_y) = (x.normalize(), y.normalize());
    let theta = 2.0 * (&unit_x - &unit_y).norm().atan2((unit_x + unit_y).norm());
    let nngp = norms * (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI);
    nngp + (PI - theta) / (2.0 * PI)
}
