//! This is the residual f − y. Asked for are the outputs: add the labels.
//!
//! Chapter 15, "Two points, two modes".

use nalgebra::DVector;

pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    crate::solution::pair_output(rho, y, t) - y
}
