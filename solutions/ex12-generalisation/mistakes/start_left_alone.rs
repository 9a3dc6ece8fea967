//! You have the covariance K** of the untrained network. Training adds A (y − f₀(X)), and f₀ is in that
//! as well: networks that started too high are pulled down.
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (m, all) = (y.len(), theta.nrows());
    let p = all - m;
    let a = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    (a * y, nngp.view((m, m), (p, p)).into_owned())
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let mut parts = crate::solution::error_parts(theta, nngp, truth, m, sigma, t);
    for i in 0..parts.nrows() {
        parts[(i, 3)] = nngp[(m + i, m + i)];
    }
    parts
}
