//! You have 1 − e^(−2λt) under the root where (1 − e^(−λt))² belongs. The first is what the *loss*
//! of a mode does; a move adds up before it is squared.
//!
//! Chapter 5, "How far the parameters go".

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
    over_modes(theta, &(y - f0), |lambda| -(-2.0 * lambda * t).exp_m1() / lambda)
}
