//! K⁰ … Kᴸ and K̇¹ … K̇ᴸ of a deep ReLU network: what several of the mistakes are made of.

use std::f64::consts::{PI, TAU};

use nalgebra::DVector;

pub fn relu(
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> (DVector<f64>, DVector<f64>) {
    let mut norms = x.norm() * y.norm();
    let (u, v) = (x / x.norm().max(f64::MIN_POSITIVE), y / y.norm().max(f64::MIN_POSITIVE));
    let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let (mut nngp, mut kdot) = (vec![x.dot(y)], vec![]);
    for _ in 0..depth {
        kdot.push(if norms == 0.0 { 0.0 } else { gain * gain * (PI - theta) / TAU });
        norms *= gain * gain / 2.0;
        let half = (theta / 2.0).sin();
        let one_minus_cosine = 2.0 * half * half - (theta.sin() - theta * theta.cos()) / PI;
        theta = 2.0 * (one_minus_cosine / 2.0).sqrt().asin();
        nngp.push(norms * theta.cos());
    }
    (nngp.into(), kdot.into())
}
