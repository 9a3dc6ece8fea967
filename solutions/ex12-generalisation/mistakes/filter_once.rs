//! You put 1 − e^(−Θt) into the formula once. The prediction is A y with A = Θ(x*, X) Θ⁻¹ (I − e^(−Θt)),
//! and the variance has A twice: σ² A Aᵀ. So the square of that factor stands on each mode.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| (-(-lambda * t).exp_m1()).sqrt() / lambda);
    DVector::from_fn(weights.nrows(), |i, _| sigma * sigma * weights.row(i).norm_squared())
}
