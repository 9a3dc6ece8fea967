//! You solved on the samples' side and stopped there: −(JJᵀ + damping)⁻¹ r has one number for each
//! sample. Jᵀ still has to carry it to the parameters.
//!
//! Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let cutoff = 1e-10 * eigen.eigenvalues.amax();
    let inverse = |lambda: f64| if lambda > cutoff { 1.0 / (lambda + damping) } else { 0.0 };
    let u = &eigen.eigenvectors;
    -(u * eigen.eigenvalues.map(inverse).component_mul(&u.tr_mul(residuals)))
}
