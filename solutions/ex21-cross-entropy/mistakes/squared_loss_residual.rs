//! The residual f − y is that of squared loss. Cross-entropy's derivative by f is p − y.
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let w = f.map(|f| crate::solution::sigmoid(f) * crate::solution::sigmoid(-f));
    -w.component_mul(&(theta * (f - y)))
}
