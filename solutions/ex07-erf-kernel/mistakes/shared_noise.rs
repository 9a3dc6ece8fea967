//! You gave both inputs the same noise: the vectors (x, 1) and (y, 1). Then x·y + 1 stands in the
//! numerator, and at the zero vector K is not 0. φ(w·x) is a mean over ξ by itself, and so is
//! φ(w·y): the product of two means needs two independent noises.
//!
//! Chapter 7, "A gate with noise".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b) = (1.0 + x.norm_squared(), 1.0 + y.norm_squared());
    FRAC_2_PI * ((x.dot(y) + 1.0) / (a * b).sqrt()).min(1.0).asin()
}
