//! You averaged the modes' own times, ln(1/ε)/λ, with their shares for weights. Times do not
//! average: each mode is at its own place at any moment, and only the sum of their squares at one
//! common time says how large the residual is.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let lambda = &eigen.eigenvalues;
    let cutoff = 1e-10 * lambda.amax();
    let parts = eigen.eigenvectors.tr_mul(&(f0 - y));
    let all = parts.norm_squared();
    if all == 0.0 {
        return 0.0;
    }
    let time = |lambda: f64, part: f64| {
        if part * part < 1e-24 * all {
            0.0
        } else if lambda > cutoff {
            part * part / all * (1.0 / epsilon).ln() / lambda
        } else {
            f64::INFINITY
        }
    };
    lambda.iter().zip(&parts).map(|(&lambda, &part)| time(lambda, part)).sum()
}
