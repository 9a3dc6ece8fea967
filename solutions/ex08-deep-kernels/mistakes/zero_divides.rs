//! Right, but for a variance of zero: you divided by it and got 0/0 = NaN. It belongs to a zero input.
//! For ReLU such an input has no direction and no open gate: return 0. In an expectation u is simply 0,
//! and v keeps its variance.
//!
//! Chapter 8, "Any other activation".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let zero = x.norm() * y.norm() == 0.0;
    if zero { f64::NAN } else { crate::solution::ntk_relu(x, y, depth, gain) }
}

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    if a == 0.0 { f64::NAN } else { crate::solution::dual(phi, a, b, c) }
}
