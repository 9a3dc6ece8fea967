//! The factor 1/√n of the output is missing. It belongs to f, and so to every gradient of f.
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    crate::solution::decay_term(w, a, xs) * (a.len() as f64).sqrt()
}
