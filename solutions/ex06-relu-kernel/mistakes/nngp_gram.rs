//! Your matrix holds K, the covariance of the random network. The tangent kernel is K + x·y K̇: fill
//! the matrix with `ntk_relu`.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::{DMatrix, DVector};

use crate::solution::nngp_relu;

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let rows: Vec<DVector<f64>> = xs.row_iter().map(|row| row.transpose()).collect();
    DMatrix::from_fn(rows.len(), rows.len(), |i, j| nngp_relu(&rows[i], &rows[j]))
}
