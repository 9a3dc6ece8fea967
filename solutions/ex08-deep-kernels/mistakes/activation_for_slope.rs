//! You used φ for K̇ as well, or called dual once and used it twice. K̇ is the expectation of the
//! derivatives, E[φ′(u) φ′(v)]: dual with `slope` in place of `phi`, over the same pair.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

pub fn ntk_any(
    phi: fn(f64) -> f64,
    _slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    crate::solution::ntk_any(phi, phi, x, y, depth, gain)
}
