//! You used e^(−Θt), the part of the residual that is left. The noise that does harm is the part that
//! was learned, 1 − e^(−Θt): nothing at the start, all of it in the end.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| (-lambda * t).exp() / lambda);
    DVector::from_fn(weights.nrows(), |i, _| sigma * sigma * weights.row(i).norm_squared())
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (m, all) = (y.len(), theta.nrows());
    let a = smoother(theta, m, |lambda| (-lambda * t).exp() / lambda);
    let p = all - m;
    let crossed = &a * nngp.view((0, m), (m, p));
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance =
        start + &a * nngp.view((0, 0), (m, m)) * a.transpose() - &crossed - crossed.transpose();
    (a * y, covariance)
}
