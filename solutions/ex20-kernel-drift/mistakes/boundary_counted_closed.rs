//! At the flip w⊥·y is 0 for y parallel to x, and you counted that gate as closed on both sides. It
//! flips at the same moment: beside the flip it is open where x's own gate is, if x·y > 0.
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
    let cosine = x.dot(y) / (x.norm() * y.norm());
    (distance, if cosine.abs() > 1.0 - 1e-12 { 0.0 } else { jump })
}
