//! You kept every mode with λ > 0. Of the eigenvalues that should be zero, rounding makes some a
//! little larger, and dividing by 1e-16 makes a giant of what cannot move. At most 1e-10 of the
//! largest counts as zero.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.tr_mul(&(y - f0));
    let square = |(&lambda, &mode): (&f64, &f64)| {
        if lambda > 0.0 { ((-lambda * t).exp_m1() * mode).powi(2) / lambda } else { 0.0 }
    };
    eigen.eigenvalues.iter().zip(&modes).map(square).sum::<f64>().sqrt()
}
