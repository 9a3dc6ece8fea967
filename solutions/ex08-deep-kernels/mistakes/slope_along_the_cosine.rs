//! Your K̇ is the derivative of K with respect to the cosine, "dK/du", at fixed lengths. It holds for
//! unit vectors, and in a deep network only the inputs can be unit vectors. K̇ is E[φ′(u) φ′(v)]; as a
//! derivative it is the one with respect to the covariance c.
//!
//! Chapter 8, "The recursion".

use std::f64::consts::{FRAC_2_PI, PI, TAU};

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let mut norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let (u, v) = (x.normalize(), y.normalize());
    let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let (mut ntk, square) = (x.dot(y), gain * gain);
    for _ in 0..depth {
        let slope = norms * square * (PI - theta) / TAU;
        norms *= square / 2.0;
        theta = crate::solution::relu_angle(theta);
        ntk = norms * theta.cos() + ntk * slope;
    }
    ntk
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let k = |a: f64, b: f64, c: f64| FRAC_2_PI * (c / ((1.0 + a) * (1.0 + b)).sqrt()).asin();
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        ntk *= square * FRAC_2_PI * (a * b).sqrt() / ((1.0 + a) * (1.0 + b) - c * c).sqrt();
        (a, b, c) = (square * k(a, a, a), square * k(b, b, b), square * k(a, b, c));
        ntk += c;
    }
    ntk
}
