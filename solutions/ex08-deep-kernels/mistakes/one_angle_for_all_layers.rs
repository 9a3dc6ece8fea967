//! You used the angle of the inputs in every layer. The second layer sees the outputs of the first, and
//! their angle is smaller: 90° become 71°, then 60°. Renew it with relu_angle each time.
//!
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::{PI, TAU};

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let mut norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (u, v) = (x.normalize(), y.normalize());
    let theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let square = gain * gain;
    let mut ntk = x.dot(y);
    for _ in 0..depth {
        let nngp = norms * square * (theta.sin() + (PI - theta) * theta.cos()) / TAU;
        norms *= square / 2.0;
        ntk = nngp + ntk * square * (PI - theta) / TAU;
    }
    ntk
}
