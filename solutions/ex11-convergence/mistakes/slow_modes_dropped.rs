//! Right, but for a mode that you dropped as if it could not move. Its λ is 1e-8 of the largest: slow is
//! not zero. It has its say in both answers, and the time to the end is nearly all its own.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

/// Θ without its modes below 1e-6 of the largest.
fn fast_part(theta: &DMatrix<f64>) -> DMatrix<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let cutoff = 1e-6 * eigen.eigenvalues.max();
    let kept = eigen.eigenvalues.map(|lambda| if lambda > cutoff { lambda } else { 0.0 });
    let u = &eigen.eigenvectors;
    u * DMatrix::from_diagonal(&kept) * u.transpose()
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    crate::solution::time_to(&fast_part(theta), f0, y, epsilon)
}

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    crate::solution::learning_rates(&fast_part(theta))
}
