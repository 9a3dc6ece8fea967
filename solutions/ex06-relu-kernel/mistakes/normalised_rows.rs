//! You scaled every sample to length 1 first. The network sees the lengths: without biases its
//! kernel grows as |x||y|, and the diagonal of the Gram matrix is |xᵢ|².
//!
//! Chapter 6, "Off the sphere".

use nalgebra::DMatrix;

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let mut unit = xs.clone();
    for mut row in unit.row_iter_mut() {
        let norm = row.norm();
        if norm > 0.0 {
            row /= norm;
        }
    }
    crate::solution::ntk_gram(&unit)
}
