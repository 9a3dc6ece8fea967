//! You subtracted one cross term twice. The two are each other's transposes, A K(X, x*) and
//! K(x*, X) Aᵀ: equal on the diagonal, and different beside it, so that your covariance is not
//! symmetric.
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
    let crossed = &a * nngp.view((0, m), (m, p));
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance = start + &a * nngp.view((0, 0), (m, m)) * a.transpose() - crossed * 2.0;
    (a * y, covariance)
}
