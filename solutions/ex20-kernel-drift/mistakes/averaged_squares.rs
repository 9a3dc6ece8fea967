//! The squares of the neurons' parts were averaged. g is their sum, so its mean square is the sum of
//! the squares: √n times as large a root.
//!
//! Chapter 20, "The cancellation".

use nalgebra::{DMatrix, DVector};

pub fn typical_pull(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    z: &DVector<f64>,
) -> (f64, f64) {
    let (pull, bound) = crate::solution::typical_pull(w, a, x, y, z);
    (pull / (a.len() as f64).sqrt(), bound)
}
