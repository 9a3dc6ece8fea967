//! Right, but for a mode that you dropped as if it could not move. Its λ is 1e-8 of the largest:
//! slow is not zero. In the distance slow modes count the most, since each is divided by its λ.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.tr_mul(&(y - f0));
    let cutoff = 1e-6 * eigen.eigenvalues.max();
    let square = |(&lambda, &mode): (&f64, &f64)| {
        if lambda > cutoff { ((-lambda * t).exp_m1() * mode).powi(2) / lambda } else { 0.0 }
    };
    eigen.eigenvalues.iter().zip(&modes).map(square).sum::<f64>().sqrt()
}
