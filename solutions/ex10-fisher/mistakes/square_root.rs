//! You divided by the square root, −Jᵀ (Θ + damping)^(−1/2) r. Dividing by the root of squared
//! gradients is what Adam and its kin do, entry by entry. The natural gradient divides by the matrix
//! itself; with the root, a mode's rate is still √λ.
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
    let root = |lambda: f64| if lambda > cutoff { 1.0 / (lambda + damping).sqrt() } else { 0.0 };
    let u = &eigen.eigenvectors;
    -jacobian.tr_mul(&(u * eigen.eigenvalues.map(root).component_mul(&u.tr_mul(residuals))))
}
