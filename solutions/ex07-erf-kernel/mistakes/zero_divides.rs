//! Right everywhere but at the zero vector, where you divided by a length of 0. The formula needs
//! no direction: it divides by √(1 + |x|²), which is never 0. Keep x·y and the squared lengths,
//! without going through unit vectors.
//!
//! Chapter 7, "Any lengths".

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { f64::NAN } else { crate::solution::nngp_erf(x, y) }
}

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { f64::NAN } else { crate::solution::kdot_erf(x, y) }
}
