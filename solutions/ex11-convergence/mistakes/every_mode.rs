//! You waited until the slowest of the loaded modes had itself fallen to ε. What is asked is the
//! size of the whole residual: a slow mode with a small part may have hardly moved by then.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let lambda = &eigen.eigenvalues;
    let cutoff = 1e-10 * lambda.amax();
    let parts = eigen.eigenvectors.tr_mul(&(f0 - y));
    let floor = 1e-12 * parts.norm();
    let loaded = lambda.iter().zip(&parts).filter(|(_, part)| part.abs() > floor);
    let slowest = loaded.map(|(&lambda, _)| lambda).fold(f64::INFINITY, f64::min);
    if slowest > cutoff { (1.0 / epsilon).ln() / slowest } else { f64::INFINITY }
}
