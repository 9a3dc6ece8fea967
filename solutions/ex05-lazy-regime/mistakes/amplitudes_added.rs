//! You added the modes' moves. They stand at right angles to each other in parameter space: add
//! their squares and take the root at the end.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.tr_mul(&(y - f0));
    let cutoff = 1e-10 * eigen.eigenvalues.max();
    let size = |(&lambda, &mode): (&f64, &f64)| {
        if lambda > cutoff { ((-lambda * t).exp_m1() * mode).abs() / lambda.sqrt() } else { 0.0 }
    };
    eigen.eigenvalues.iter().zip(&modes).map(size).sum()
}
