//! You took each layer's relative move and put those together. The whole has one length: the
//! distance of all layers, divided by the length of all layers. A small layer that moves a lot
//! hardly counts in it.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, _, entries) = crate::solution::movement(before, after);
    let squares = before.iter().zip(after).map(|(before, after)| {
        (after - before).norm_squared() / before.norm_squared()
    });
    (distance, squares.sum::<f64>().sqrt(), entries)
}
