//! You divided by the length at the end. The move is compared with where it began, ‖θ₀‖.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, _, entries) = crate::solution::movement(before, after);
    let length = after.iter().map(|layer| layer.norm_squared()).sum::<f64>().sqrt();
    (distance, distance / length, entries)
}
