//! You added bias² to x·y and not to |x|² and |y|². The bias is part of each pre-activation, so it
//! adds to all four entries of their covariance matrix.
//!
//! Chapter 7, "What a bias adds".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let product = (1.0 + x.norm_squared()) * (1.0 + y.norm_squared());
    let covariance = x.dot(y) + bias * bias;
    let rest = (product - covariance * covariance).max(0.0).sqrt();
    FRAC_2_PI * covariance.atan2(rest) + covariance * FRAC_2_PI / rest
}
