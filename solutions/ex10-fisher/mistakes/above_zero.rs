//! You kept every mode with λ > 0. Of the eigenvalues that should be zero, rounding makes some a
//! little larger; without damping such a mode gets the rate 1 and a giant step. At most 1e-10 of the
//! largest counts as zero.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let inverse = |lambda: f64| if lambda > 0.0 { 1.0 / (lambda + damping) } else { 0.0 };
    let u = &eigen.eigenvectors;
    -jacobian.tr_mul(&(u * eigen.eigenvalues.map(inverse).component_mul(&u.tr_mul(residuals))))
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let kernel = jacobian * jacobian.transpose();
    let mut lambda: Vec<f64> = kernel.symmetric_eigenvalues().iter().copied().collect();
    lambda.sort_by(|one, other| other.total_cmp(one));
    let rate = |&lambda: &f64| if lambda > 0.0 { lambda / (lambda + damping) } else { 0.0 };
    DVector::from_iterator(lambda.len(), lambda.iter().map(rate))
}
