//! You added the length |x| to 1 where its square belongs. The noise is one more coordinate, and
//! squared lengths are what adds up: |(x, 1, 0)|² = |x|² + 1. In code, `norm_squared` or
//! `x.dot(x)`.
//!
//! Chapter 7, "A gate with noise".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let product = (1.0 + x.norm()) * (1.0 + y.norm());
    FRAC_2_PI * (x.dot(y) / product.sqrt()).clamp(-1.0, 1.0).asin()
}
