//! Right, but for a mode that you left out as if it could not move. Its λ is 1e-8 of the largest: slow is
//! not zero, and without a ridge it is learned in the end like any other.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let m = y.len();
    let eigen = theta.view((0, 0), (m, m)).into_owned().symmetric_eigen();
    let cutoff = 1e-6 * eigen.eigenvalues.max();
    let inverse = |lambda: f64| if lambda > cutoff { 1.0 / (lambda + ridge) } else { 0.0 };
    let u = &eigen.eigenvectors;
    let strengths = u * eigen.eigenvalues.map(inverse).component_mul(&u.tr_mul(y));
    theta.view((m, 0), (theta.nrows() - m, m)) * strengths
}
