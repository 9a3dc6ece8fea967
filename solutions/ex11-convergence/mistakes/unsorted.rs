//! Your shares are right, in the order in which the decomposition returned its eigenvalues. It
//! promises none: sort the eigenvalues, and their eigenvectors with them.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let parts = theta.clone().symmetric_eigen().eigenvectors.tr_mul(&(f0 - y));
    let all = parts.norm_squared();
    parts.map(|part| if all > 0.0 { part * part / all } else { 0.0 })
}
