//! This is f itself: right if f were linear in θ. It is linear in each layer's weights, so each of the
//! two layers contributes f. (Near the start f is linear in θ − θ₀, which is another thing.)
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    crate::solution::decay_term(w, a, xs) / 2.0
}
