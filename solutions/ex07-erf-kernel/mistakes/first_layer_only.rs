//! You have the first layer's term alone. The readout weights are trained too, and give K: the
//! kernel is the sum of both.
//!
//! Chapter 7, "Two terms again".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let (x, y) = (x.clone().push(bias), y.clone().push(bias));
    x.dot(&y) * crate::solution::kdot_erf(&x, &y)
}
