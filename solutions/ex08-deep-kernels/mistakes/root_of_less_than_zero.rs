//! Right, but for parallel inputs: there v has nothing of its own, b − c²/a is 0, and rounding can take
//! it to −1e-18. The root of that is NaN. Cut it off at zero: `.max(0.0).sqrt()`.
//!
//! Chapter 8, "Any other activation".

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    let own = if a > 0.0 { b - c / a.sqrt() * (c / a.sqrt()) } else { b };
    if own < 0.0 { f64::NAN } else { crate::solution::dual(phi, a, b, c) }
}
