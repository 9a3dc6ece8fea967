//! The probabilities move away from the labels. With the residual p − y, training goes *down*: a minus
//! stands in front. (Or the residual is y − p, and no minus.)
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -crate::solution::probability_velocity(theta, f, y)
}
