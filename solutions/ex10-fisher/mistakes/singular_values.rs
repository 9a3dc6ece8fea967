//! You returned the singular values of J. The eigenvalues of JᵀJ are their squares: with J = U S Vᵀ,
//! JᵀJ = V S² Vᵀ.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    crate::solution::fisher_spectrum(jacobian).map(f64::sqrt)
}
