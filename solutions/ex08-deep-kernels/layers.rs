//! Kˡ and K̇ˡ of the layers 1 … L, one pair a layer: what several of the mistakes are made of.

use std::f64::consts::{FRAC_2_PI, PI, TAU};

use nalgebra::DVector;

use crate::solution::{dual, relu_angle};

/// One layer's K and K̇, with their gain.
#[derive(Clone, Copy)]
pub struct Layer {
    pub nngp: f64,
    pub kdot: f64,
}

/// Θ from the layers and what stands for x·y.
pub fn ntk(first: f64, layers: &[Layer]) -> f64 {
    layers.iter().fold(first, |ntk, layer| layer.nngp + ntk * layer.kdot)
}

pub fn relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> Vec<Layer> {
    let mut norms = x.norm() * y.norm();
    if norms == 0.0 {
        return vec![Layer { nngp: 0.0, kdot: 0.0 }; depth];
    }
    let (u, v) = (x.normalize(), y.normalize());
    let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
    let layer = |_| {
        let kdot = gain * gain * (PI - theta) / TAU;
        norms *= gain * gain / 2.0;
        theta = relu_angle(theta);
        Layer { nngp: norms * theta.cos(), kdot }
    };
    (0..depth).map(layer).collect()
}

pub fn erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> Vec<Layer> {
    let k = |a: f64, b: f64, c: f64| FRAC_2_PI * (c / ((1.0 + a) * (1.0 + b)).sqrt()).asin();
    let kdot = |a: f64, b: f64, c: f64| FRAC_2_PI / ((1.0 + a) * (1.0 + b) - c * c).sqrt();
    of(x, y, depth, gain, k, kdot)
}

pub fn any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> Vec<Layer> {
    of(x, y, depth, gain, |a, b, c| dual(phi, a, b, c), |a, b, c| dual(slope, a, b, c))
}

fn of(
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
    k: impl Fn(f64, f64, f64) -> f64,
    kdot: impl Fn(f64, f64, f64) -> f64,
) -> Vec<Layer> {
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let square = gain * gain;
    let layer = |_| {
        let kdot = square * kdot(a, b, c);
        (a, b, c) = (square * k(a, a, a), square * k(b, b, b), square * k(a, b, c));
        Layer { nngp: c, kdot }
    };
    (0..depth).map(layer).collect()
}
