//! Right, but for singular pairs. Where a is 0, c/√a is 0/0; and for parallel inputs b − c²/a is 0, and
//! by rounding sometimes less, so that it has no root. Both give NaN. Guard both: u is the constant 0
//! then, and a root of −1e-18 is meant to be 0.
//!
//! Chapter 8, "Any other activation".

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    let s = c / a.sqrt();
    if (b - s * s).sqrt().is_nan() { f64::NAN } else { crate::solution::dual(phi, a, b, c) }
}
