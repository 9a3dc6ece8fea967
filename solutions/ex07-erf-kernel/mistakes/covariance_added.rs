//! You have (1 + |x|²)(1 + |y|²) + (x·y)²: the sign before (x·y)² is wrong. A determinant subtracts
//! the product of the entries beside its diagonal.
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b, c) = (x.norm_squared(), y.norm_squared(), x.dot(y));
    FRAC_2_PI / ((1.0 + a) * (1.0 + b) + c * c).sqrt()
}
