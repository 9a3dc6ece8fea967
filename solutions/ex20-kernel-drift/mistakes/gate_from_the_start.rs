//! The gate at y is the one from before the move. On its way to the flip the neuron may have passed
//! y's boundary too: the gate at y has to be read where the flip happens.
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
    let (distance, _) = crate::solution::relu_jump(w, a, x, y, neuron);
    let (at_x, at_y) = (w.row(neuron).dot(&x.transpose()), w.row(neuron).dot(&y.transpose()));
    let weight = a[neuron].powi(2) * x.dot(y) / a.len() as f64;
    (distance, if at_y > 0.0 { -at_x.signum() * weight } else { 0.0 })
}
