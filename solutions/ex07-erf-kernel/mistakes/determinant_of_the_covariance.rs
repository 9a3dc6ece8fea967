//! You have det Λ, |x|²|y|² − (x·y)², where det(I + Λ) belongs: for x = y you divide by 0. The
//! bells φ′ add the identity to Λ⁻¹ in the exponent, and det Λ · det(Λ⁻¹ + I) = det(I + Λ).
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b, c) = (x.norm_squared(), y.norm_squared(), x.dot(y));
    FRAC_2_PI / (a * b - c * c).sqrt()
}
