//! This is ḟ = −Θ(p − y), how the outputs move. p follows f with the slope σ′(f) = p(1 − p).
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -(theta * (f.map(crate::solution::sigmoid) - y))
}
