//! You returned Kᴸ, the covariance of the random network's output. It is the kernel of training the
//! last layer alone. The kernel of training all layers is renewed beside it: Θ ← K + Θ K̇.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::layers::relu(x, y, depth, gain).last().map_or(x.dot(y), |layer| layer.nngp)
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::layers::erf(x, y, depth, gain).last().map_or(x.dot(y), |layer| layer.nngp)
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::layers::any(phi, slope, x, y, depth, gain).last().map_or(x.dot(y), |layer| layer.nngp)
}
