//! The weights were multiplied with the gradient of a linear network. A neuron whose gate is shut has no
//! gradient: σ′(z) z = σ(z), not z.
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    xs * w.transpose() * a * (2.0 / (a.len() as f64).sqrt())
}
