//! Three times f, as for three layers of weights. Count the layers of weights, which are one more than
//! the hidden layers: here W and a.
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    crate::solution::decay_term(w, a, xs) * 1.5
}
