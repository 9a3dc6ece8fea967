//! The weight of the gate is aᵢ here. The kernel holds a product of two gradients, and each has a factor
//! aᵢ: the weight is aᵢ².
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
    (distance, if a[neuron] == 0.0 { 0.0 } else { jump / a[neuron] })
}
