//! The jump has the wrong sign: an open gate closes, and takes its term away.
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
    (distance, -jump)
}
