//! Your third measure is each layer's move relative to that layer's length. It is close to the move
//! of an entry while entries are of size one, as drawn from N(0, 1), and something else otherwise.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let entries =
        before.iter().zip(after).map(|(before, after)| (after - before).norm() / before.norm());
    (distance, relative, DVector::from_iterator(before.len(), entries))
}
