//! You left out modes whose eigenvalue is small, not zero. Here a mode counts as zero below 1e-10 of
//! the largest. The natural gradient is for the slow ones: it takes its longest steps along them.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let cutoff = 1e-6 * eigen.eigenvalues.amax();
    let inverse = |lambda: f64| if lambda > cutoff { 1.0 / (lambda + damping) } else { 0.0 };
    let u = &eigen.eigenvectors;
    -jacobian.tr_mul(&(u * eigen.eigenvalues.map(inverse).component_mul(&u.tr_mul(residuals))))
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let lambda = crate::solution::fisher_spectrum(jacobian).resize_vertically(jacobian.nrows(), 0.0);
    let cutoff = 1e-6 * lambda.amax();
    lambda.map(|lambda| if lambda > cutoff { lambda / (lambda + damping) } else { 0.0 })
}
