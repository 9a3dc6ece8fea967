//! The symmetric kernel D^{1/2}ΘD^{1/2} was applied to p − y. It has the right spectrum, but the
//! probabilities are moved by DΘ. The two agree after a change of variables, not as they stand.
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -(crate::solution::weighted_kernel(theta, f) * (f.map(crate::solution::sigmoid) - y))
}
