//! The distance was divided by √n, as if ‖Δθ‖ = O(1/√n). That is the size of a single entry's move.
//! The norm over all entries is of order one, and it is what stands in the mean value theorem.
//!
//! Chapter 20, "What the bound proves".

use nalgebra::{DMatrix, DVector};

pub fn drift_and_bound(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    dw: &DMatrix<f64>,
    da: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    pieces: usize,
) -> (f64, f64) {
    let (change, bound) = crate::solution::drift_and_bound(w, a, dw, da, x, y, pieces);
    (change, bound / (a.len() as f64).sqrt())
}
