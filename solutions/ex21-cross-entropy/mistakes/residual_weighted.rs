//! The weight p(1 − p) stands on the residual, inside. It belongs in front, on the point that moves:
//! −DΘ(p − y), not −ΘD(p − y). The second is what squared error on p would do to f.
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let residual = f.map(crate::solution::sigmoid) - y;
    let w = f.map(|f| crate::solution::sigmoid(f) * crate::solution::sigmoid(-f));
    -(theta * w.component_mul(&residual))
}
