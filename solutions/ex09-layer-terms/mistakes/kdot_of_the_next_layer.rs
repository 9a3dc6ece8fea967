//! You renewed the angle first and took K̇ from the new one. K̇ of a layer belongs to the pair that enters it,
//! so compute it before the angle is overwritten.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth + 1, gain);
    let shifted = kdot.remove_row(0);
    crate::solution::layer_terms(&nngp.remove_row(depth + 1), &shifted)
}
