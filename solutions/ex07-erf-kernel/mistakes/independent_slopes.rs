//! You multiplied the two means, E[φ′(w·x)] E[φ′(w·y)]: 2/π over √((1 + |x|²)(1 + |y|²)). Both
//! slopes see the same w, so they are correlated, unless x and y are orthogonal: − (x·y)² belongs
//! under the root.
//!
//! Chapter 7, "The other expectation".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_2_PI / ((1.0 + x.norm_squared()) * (1.0 + y.norm_squared())).sqrt()
}
