//! An eigenvalue of zero has made 0/0 of your answer, or 0 · ∞. Its mode is one that no parameter
//! can move: it adds nothing to the distance, at any time.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.tr_mul(&(y - f0));
    let square = |(lambda, mode): (&f64, &f64)| ((-lambda * t).exp_m1() * mode).powi(2) / lambda;
    eigen.eigenvalues.iter().zip(&modes).map(square).sum::<f64>().sqrt()
}
