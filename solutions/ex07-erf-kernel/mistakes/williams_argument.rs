//! You have the kernel of erf(z): 2x·y over √((1 + 2|x|²)(1 + 2|y|²)), as Williams printed it. Here
//! the activation is erf(z/√2), whose slope is that of a normal distribution function: the factors
//! 2 go.
//!
//! Chapter 7, "A gate with noise"; other slopes are in "Steeper and flatter".

use std::f64::consts::SQRT_2;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    crate::solution::nngp_erf(&(x * SQRT_2), &(y * SQRT_2))
}

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    2.0 * crate::solution::kdot_erf(&(x * SQRT_2), &(y * SQRT_2))
}
