//! The decay pulls the outputs to 0 here: −λf. It pulls the weights to θ₀, where the outputs are f₀, so
//! the term is −λ(f − f₀).
//!
//! Chapter 18, "Towards the start".

use nalgebra::{DMatrix, DVector};

pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    // The same flow, of f in place of f − f₀: y and λ pull, and the start fades.
    let eigen = theta.clone().symmetric_eigen();
    let (start, target) = (eigen.eigenvectors.tr_mul(f0), eigen.eigenvectors.tr_mul(y));
    let mode = |i: usize| {
        let (mu, rate) = (eigen.eigenvalues[i].max(0.0), eigen.eigenvalues[i].max(0.0) + lambda);
        let pull = if rate == 0.0 { t } else { -(-rate * t).exp_m1() / rate };
        (-rate * t).exp() * start[i] + mu * target[i] * pull
    };
    &eigen.eigenvectors * DVector::from_fn(f0.len(), |i, _| mode(i))
}
