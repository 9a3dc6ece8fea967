//! Your formula is right and its digits are not: (1 + |x|²)(1 + |y|²) − (x·y)² subtracts numbers of
//! the size |x|⁴, and what is left may be of the size |x|². At a length of 10⁴ that costs eight
//! digits.
//!
//! Multiply out: 1 + |x|² + |y|², and the area |x|²|y|² − (x·y)², which is |x|² times the square of
//! the part of y orthogonal to x. Chapter 7, "The determinant, with all its digits".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b, c) = (x.norm_squared(), y.norm_squared(), x.dot(y));
    FRAC_2_PI / ((1.0 + a) * (1.0 + b) - c * c).sqrt()
}
