//! Your distance and your moves of an entry are squares: the roots are missing.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, entries) = crate::solution::movement(before, after);
    (distance * distance, relative * relative, entries.map(|entry| entry * entry))
}
