//! You divided by the number of rows: that is the move of one neuron's weights, all its inputs
//! together. An entry is one weight, and a matrix has rows times columns of them.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries = before.iter().zip(after).map(|(before, after)| {
        (after - before).norm() / (before.nrows() as f64).sqrt()
    });
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
