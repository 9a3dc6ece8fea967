//! Your third measure is each layer's distance. To say what a single entry has moved by, divide the
//! sum of squares by the number of entries before you take the root: a hidden matrix has n² of
//! them.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries = before.iter().zip(after).map(|(before, after)| (after - before).norm());
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
