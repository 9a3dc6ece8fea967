//! You put the lengths of the inputs into the formula for K in every layer. The second layer sees what
//! the first has made of them: a length shrinks by c/√2 in each layer of ReLU, because half of all gates
//! are shut.
//!
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::{PI, TAU};

use nalgebra::DVector;

use crate::solution::relu_angle;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (u, v) = (x.normalize(), y.normalize());
    let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let (mut ntk, square) = (x.dot(y), gain * gain);
    for _ in 0..depth {
        let nngp = norms * (theta.sin() + (PI - theta) * theta.cos()) / TAU;
        ntk = square * (nngp + ntk * (PI - theta) / TAU);
        theta = relu_angle(theta);
    }
    ntk
}
