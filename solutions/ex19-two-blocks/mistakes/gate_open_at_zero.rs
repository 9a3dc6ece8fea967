//! At w·x = 0 the gate is shut by the convention of this exercise: σ′(0) = 0. You let it be open.
//!
//! Chapter 19, "One gradient for each layer".

use nalgebra::{DMatrix, DVector};

pub fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    let mut slopes = (xs * w.transpose()).map(|z| if z >= 0.0 { 1.0 } else { 0.0 });
    for (mut column, weight) in slopes.column_iter_mut().zip(a) {
        column *= *weight;
    }
    let gates = &slopes * slopes.transpose() / a.len() as f64;
    gates.component_mul(&(xs * xs.transpose()))
}
