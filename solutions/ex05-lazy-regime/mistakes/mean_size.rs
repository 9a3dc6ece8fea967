//! Your moves of an entry are means of absolute values. The measure asked for is the root mean
//! square, which adds up to the distance: n entries of it make √n times as much.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries = before.iter().zip(after).map(|(before, after)| (after - before).abs().mean());
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
