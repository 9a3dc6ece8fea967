//! Your terms stand in reverse order: the backward pass meets the readout first. They are listed from the
//! input up, entry 0 for W¹.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::{DMatrix, DVector};

pub fn network_terms(w1: &DMatrix<f64>, w2: &DMatrix<f64>, w3: &DVector<f64>, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let terms = crate::solution::network_terms(w1, w2, w3, x, y);
    DVector::from_vec(vec![terms[2], terms[1], terms[0]])
}
