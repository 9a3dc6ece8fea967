//! You added the variances of f₀(x*) and of A f₀(X) as if the two were independent. They are outputs of
//! one network, and correlated by K(x*, X). At a training point the two even cancel.
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
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance = start + &a * nngp.view((0, 0), (m, m)) * a.transpose();
    (a * y, covariance)
}
