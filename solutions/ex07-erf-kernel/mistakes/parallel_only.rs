//! You have 1 + |x|² + |y|² under the root. That is the determinant if x and y are parallel;
//! otherwise the area that they span, |x|²|y|² − (x·y)², belongs to it.
//!
//! Chapter 7, "The determinant, with all its digits".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_2_PI / (1.0 + x.norm_squared() + y.norm_squared()).sqrt()
}
