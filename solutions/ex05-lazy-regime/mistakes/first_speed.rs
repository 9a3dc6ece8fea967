//! You multiplied the first speed by the time, t √(rᵀ Θ r). The speed falls as the residual does:
//! integrate e^(−λs) along each mode.
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
    let speed = over_modes(theta, &(y - f0), |lambda| lambda);
    if speed == 0.0 { 0.0 } else { t * speed }
}
