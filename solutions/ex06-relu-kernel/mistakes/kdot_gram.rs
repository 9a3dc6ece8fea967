//! Your matrix holds K̇, the chance that both gates are open. Θ is K + x·y K̇: fill it with
//! `ntk_relu`.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::{DMatrix, DVector};

use crate::solution::kdot_relu;

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let rows: Vec<DVector<f64>> = xs.row_iter().map(|row| row.transpose()).collect();
    DMatrix::from_fn(rows.len(), rows.len(), |i, j| kdot_relu(&rows[i], &rows[j]))
}
