//! You multiplied the determinant out, and its last part is still a difference of large numbers:
//! |x|²|y|² and (x·y)² are both of the size |x|⁴. For an input with itself they are equal to the
//! last digit; for two that nearly agree, half of the digits are lost.
//!
//! Take the part of y that is orthogonal to x first, and square it then. Chapter 7, "The
//! determinant, with all its digits".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b, c) = (x.norm_squared(), y.norm_squared(), x.dot(y));
    FRAC_2_PI / (1.0 + a + b + (a * b - c * c)).sqrt()
}
