//! You added up all terms. A frozen parameter does not move, so the product of its gradients is not part of
//! the kernel: only the terms of the trained layers are.
//!
//! Chapter 9, "Training some layers only".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    crate::solution::relu_terms(x, y, trained.len() - 1, gain).sum()
}
