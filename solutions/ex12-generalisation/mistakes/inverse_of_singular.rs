//! You inverted Θ(X, X), and here it has no inverse: a point stands twice in the data. What cannot be
//! inverted does not move, at the training points or anywhere else. Work mode by mode and leave out
//! the modes whose eigenvalue counts as zero.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let m = y.len();
    let with_ridge = theta.view((0, 0), (m, m)) + DMatrix::identity(m, m) * ridge;
    theta.view((m, 0), (theta.nrows() - m, m)) * (with_ridge.try_inverse().unwrap() * y)
}

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let p = theta.nrows() - m;
    let inverse = theta.view((0, 0), (m, m)).into_owned().try_inverse().unwrap();
    let learned = smoother(theta, m, |lambda| -(-lambda * t).exp_m1());
    let weights = if t.is_finite() { learned * inverse } else { theta.view((m, 0), (p, m)) * inverse };
    DVector::from_fn(p, |i, _| sigma * sigma * weights.row(i).norm_squared())
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (m, all) = (y.len(), theta.nrows());
    let inverse = theta.view((0, 0), (m, m)).into_owned().try_inverse().unwrap();
    let learned = smoother(theta, m, |lambda| -(-lambda * t).exp_m1());
    let p = all - m;
    let a = if t.is_finite() { learned * inverse } else { theta.view((m, 0), (p, m)) * inverse };
    let crossed = &a * nngp.view((0, m), (m, p));
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance =
        start + &a * nngp.view((0, 0), (m, m)) * a.transpose() - &crossed - crossed.transpose();
    (a * y, covariance)
}
