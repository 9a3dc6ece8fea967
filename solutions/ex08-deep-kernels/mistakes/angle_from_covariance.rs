//! Right but for inputs that are alike: you read the angle off the covariance, acos(c/√(ab)), anew in
//! every layer. Near 1 the cosine has lost half of the angle's digits before acos sees it.
//!
//! Carry the angle itself, from the inputs through relu_angle, and no cosine has to be undone.
//! Chapter 8, "ReLU: an angle and a length".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    if a * b == 0.0 {
        return 0.0;
    }
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        let norms = (a * b).sqrt();
        let theta = (c / norms).clamp(-1.0, 1.0).acos();
        let kdot = square * (PI - theta) / (2.0 * PI);
        c = square * norms * (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI);
        a *= square / 2.0;
        b *= square / 2.0;
        ntk = c + ntk * kdot;
    }
    ntk
}
