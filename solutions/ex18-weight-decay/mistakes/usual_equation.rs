//! The usual equation, ḟ = −Θ(f − y) − λf, which ends at kernel ridge regression. It takes ∇f·θ for f,
//! and keeps the kernel. The network has ∇f·θ = Hf, and its kernel dies with its weights.
//!
//! Chapter 18, "Towards zero".

use nalgebra::{DMatrix, DVector};

pub fn towards_zero(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    _layers: usize,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    flow((theta, f0, y), lambda, 0.0, t)
}

/// ḟ = −e^{−fade·τ} μ (f − y) − shrink·f, mode by mode, by Runge–Kutta.
fn flow(
    (theta, f0, y): (&DMatrix<f64>, &DVector<f64>, &DVector<f64>),
    shrink: f64,
    fade: f64,
    t: f64,
) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let (start, target) = (eigen.eigenvectors.tr_mul(f0), eigen.eigenvectors.tr_mul(y));
    let mode = |i: usize| {
        let (mu, target) = (eigen.eigenvalues[i], target[i]);
        let rate = |tau: f64, f: f64| -(-fade * tau).exp() * mu * (f - target) - shrink * f;
        let h = t / 4000.0;
        (0..4000).fold(start[i], |f, step| {
            let tau = f64::from(step) * h;
            let first = rate(tau, f);
            let second = rate(tau + h / 2.0, f + h / 2.0 * first);
            let third = rate(tau + h / 2.0, f + h / 2.0 * second);
            let fourth = rate(tau + h, f + h * third);
            f + h / 6.0 * (first + 2.0 * second + 2.0 * third + fourth)
        })
    };
    &eigen.eigenvectors * DVector::from_fn(f0.len(), |i, _| mode(i))
}
