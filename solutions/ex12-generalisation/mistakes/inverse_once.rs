//! You have one inverse, as in Θ(x*, X) Θ⁻¹ Θ(X, x*). A prediction is A y with A = Θ(x*, X) Θ⁻¹, and
//! the variance is σ² A Aᵀ: the inverse stands there twice.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let p = theta.nrows() - m;
    let weights = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    let cross = theta.view((m, 0), (p, m));
    DVector::from_fn(p, |i, _| sigma * sigma * weights.row(i).dot(&cross.row(i)))
}
