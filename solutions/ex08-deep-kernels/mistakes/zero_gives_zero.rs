//! You returned 0 for a variable without variance. It is the constant 0 then, and φ(0) need not be 0:
//! cos 0 = 1. What is left is φ(0) E[φ(v)]. (For ReLU, erf and tanh it is 0 of its own accord.)
//!
//! Chapter 8, "Any other activation".

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    if a * b == 0.0 { 0.0 } else { crate::solution::dual(phi, a, b, c) }
}
