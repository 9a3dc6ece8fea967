//! You divided by the product itself where its square root belongs. For x = y the cosine between
//! the noisy inputs is |x|²/(1 + |x|²); for K̇ the density of a Gaussian in the plane has 1/√det.
//!
//! Chapter 7, "A gate with noise" for K, "The other expectation" for K̇.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let product = (1.0 + x.norm_squared()) * (1.0 + y.norm_squared());
    FRAC_2_PI * (x.dot(y) / product).asin()
}

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    FRAC_PI_2 * crate::solution::kdot_erf(x, y).powi(2)
}
