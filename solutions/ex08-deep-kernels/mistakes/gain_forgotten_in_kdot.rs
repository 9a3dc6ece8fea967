//! Your K carries the gain c² and your K̇ does not. A gradient passes backwards through the same factor
//! c as the activation does forwards, so K̇ has its c² as well.
//!
//! Chapter 8, "What the gain does".

use nalgebra::DVector;

use crate::layers::{Layer, ntk};

fn without_gain(mut layers: Vec<Layer>, gain: f64) -> Vec<Layer> {
    layers.iter_mut().for_each(|layer| layer.kdot /= gain * gain);
    layers
}

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(x.dot(y), &without_gain(crate::layers::relu(x, y, depth, gain), gain))
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(x.dot(y), &without_gain(crate::layers::erf(x, y, depth, gain), gain))
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    ntk(x.dot(y), &without_gain(crate::layers::any(phi, slope, x, y, depth, gain), gain))
}
