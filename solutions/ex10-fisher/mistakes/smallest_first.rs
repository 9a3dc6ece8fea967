//! Your order is the smallest first. The largest first is asked, which puts the zeros at the end.
//! (`symmetric_eigen` sorts in neither way.)
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let values = crate::solution::fisher_spectrum(jacobian);
    DVector::from_iterator(values.len(), values.iter().rev().copied())
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let rates = crate::solution::natural_rates(jacobian, damping);
    DVector::from_iterator(rates.len(), rates.iter().rev().copied())
}
