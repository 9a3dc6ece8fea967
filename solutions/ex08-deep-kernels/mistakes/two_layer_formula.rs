//! You added x·y K̇ in every layer. That factor is Θ⁰, and right in the first layer only, where two-layer
//! networks end. In layer ℓ the kernel of everything below takes its place: Θˡ = Kˡ + Θˡ⁻¹ K̇ˡ.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::layers::relu(x, y, depth, gain).last().map_or(x.dot(y), |l| l.nngp + x.dot(y) * l.kdot)
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    crate::layers::erf(x, y, depth, gain).last().map_or(x.dot(y), |l| l.nngp + x.dot(y) * l.kdot)
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::layers::any(phi, slope, x, y, depth, gain).last().map_or(x.dot(y), |l| l.nngp + x.dot(y) * l.kdot)
}
