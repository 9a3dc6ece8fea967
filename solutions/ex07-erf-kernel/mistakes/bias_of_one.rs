//! You appended a coordinate of 1, whatever the bias. That is right for a bias of 1: the new input
//! has the size `bias`, and at 0 it is not there.
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, _bias: f64) -> f64 {
    crate::solution::ntk_erf(x, y, 1.0)
}
