//! You left out every eigenvalue below a fixed size. But JJᵀ carries the units of the outputs and of
//! the parameters: in other units nothing would count as zero, or everything. Compare with the largest
//! eigenvalue.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let inverse = |lambda: f64| if lambda > 1e-10 { 1.0 / (lambda + damping) } else { 0.0 };
    let u = &eigen.eigenvectors;
    -jacobian.tr_mul(&(u * eigen.eigenvalues.map(inverse).component_mul(&u.tr_mul(residuals))))
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let kernel = jacobian * jacobian.transpose();
    let mut lambda: Vec<f64> = kernel.symmetric_eigenvalues().iter().copied().collect();
    lambda.sort_by(|one, other| other.total_cmp(one));
    let rate = |&lambda: &f64| if lambda > 1e-10 { lambda / (lambda + damping) } else { 0.0 };
    DVector::from_iterator(lambda.len(), lambda.iter().map(rate))
}
