//! You have (y − f₀)ᵀ Θ⁻¹ (I − e^(−Θt)) (y − f₀) under the root. At t = ∞ it is right. Before that
//! the move is quadratic in 1 − e^(−λt): both copies of θ − θ₀ carry the factor.
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
    over_modes(theta, &(y - f0), |lambda| -(-lambda * t).exp_m1() / lambda)
}
