//! Your third measure is the same for every layer: the mean over all entries of the network. Layers
//! differ. Most entries are in the hidden matrices, and those move least.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let (distance, relative, _) = crate::solution::movement(before, after);
    let count: usize = before.iter().map(|layer| layer.len()).sum();
    let entry = distance / (count as f64).sqrt();
    (distance, relative, DVector::from_element(before.len(), entry))
}
