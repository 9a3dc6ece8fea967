//! You added the lengths of the layers' moves. θ is one vector, and its parts stand at right
//! angles: add squares and take the root at the end. A move of 3 in one layer and of 4 in another
//! is one of 5.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (_, _, entries) = crate::solution::movement(before, after);
    let distance: f64 = before.iter().zip(after).map(|(b, a)| (a - b).norm()).sum();
    let length: f64 = before.iter().map(|layer| layer.norm()).sum();
    (distance, distance / length, entries)
}
