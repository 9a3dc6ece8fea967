//! Your relative move is a ratio of squares: take its root.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, entries) = crate::solution::movement(before, after);
    (distance, relative * relative, entries)
}
