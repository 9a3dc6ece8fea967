//! You have the largest move of an entry in each layer. It is the worst case, larger than the root
//! mean square and falls a little more slowly as the width grows.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries = before.iter().zip(after).map(|(before, after)| (after - before).amax());
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
