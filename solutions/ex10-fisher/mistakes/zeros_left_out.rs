//! You returned the eigenvalues that are not zero. The zeros are eigenvalues as well: P minus the
//! rank of J of them, and there lies the difference between a Fisher matrix that has an inverse and
//! one that has none.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let values = crate::solution::fisher_spectrum(jacobian);
    DVector::from_iterator(
        values.iter().filter(|&&value| value > 0.0).count(),
        values.iter().copied().filter(|&value| value > 0.0),
    )
}
