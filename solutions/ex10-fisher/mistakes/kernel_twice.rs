//! You divided by the kernel twice, −Jᵀ Θ⁻² r. The identity (JᵀJ + μ)⁻¹Jᵀ = Jᵀ(JJᵀ + μ)⁻¹ moves the
//! one inverse from the left of Jᵀ to its right; it does not leave another behind.
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
    let twice = |lambda: f64| if lambda > cutoff { (lambda + damping).powi(-2) } else { 0.0 };
    let u = &eigen.eigenvectors;
    -jacobian.tr_mul(&(u * eigen.eigenvalues.map(twice).component_mul(&u.tr_mul(residuals))))
}
