//! You divided the layer's distance by the number of its entries. The mean is taken of the squares,
//! under the root: the distance falls by the *root* of the number.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries = before.iter().zip(after).map(|(before, after)| {
        (after - before).norm() / before.len() as f64
    });
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
