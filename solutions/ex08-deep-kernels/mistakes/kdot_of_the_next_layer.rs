//! You renewed Λ first and took K̇ from the new one. Kˡ and K̇ˡ are expectations over the same pair,
//! the one that enters the layer: both come from Λˡ⁻¹. Compute K̇ before you overwrite anything.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

use crate::layers::{Layer, ntk};

fn shifted(layers: Vec<Layer>) -> Vec<Layer> {
    let pairs = layers.iter().zip(&layers[1..]);
    pairs.map(|(layer, next)| Layer { nngp: layer.nngp, kdot: next.kdot }).collect()
}

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(x.dot(y), &shifted(crate::layers::relu(x, y, depth + 1, gain)))
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    ntk(x.dot(y), &shifted(crate::layers::erf(x, y, depth + 1, gain)))
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    ntk(x.dot(y), &shifted(crate::layers::any(phi, slope, x, y, depth + 1, gain)))
}
