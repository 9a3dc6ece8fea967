//! Your lengths grow by the gain alone. Half of all gates are shut, so each layer of ReLU also halves the
//! squared length: |x||y| takes the factor c²/2. With He's gain that is 1, and all is right there.
//!
//! Chapter 8, "What the gain does".

use std::f64::consts::{PI, TAU};

use nalgebra::DVector;

use crate::solution::relu_angle;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let mut norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (u, v) = (x.normalize(), y.normalize());
    let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let (mut ntk, square) = (x.dot(y), gain * gain);
    for _ in 0..depth {
        let kdot = square * (PI - theta) / TAU;
        norms *= square;
        theta = relu_angle(theta);
        ntk = norms * theta.cos() + ntk * kdot;
    }
    ntk
}
