//! You differentiated the arcsine by its argument ρ. K̇ is the derivative by the covariance x·y,
//! and ρ is x·y divided by √((1 + |x|²)(1 + |y|²)): by the chain rule divide by that root once
//! more.
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b, c) = (1.0 + x.norm_squared(), 1.0 + y.norm_squared(), x.dot(y));
    FRAC_2_PI / (1.0 - c * c / (a * b)).sqrt()
}
