//! You took the arcsine of the cosine between x and y. That is the kernel of sign(w·x), a gate
//! without noise. For erf each input carries a noise of its own, which adds 1 to its squared
//! length: the denominator is √((1 + |x|²)(1 + |y|²)).
//!
//! Chapter 7, "A gate with noise".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    let cosine = if norms == 0.0 { 0.0 } else { x.dot(y) / norms };
    FRAC_2_PI * cosine.clamp(-1.0, 1.0).asin()
}
