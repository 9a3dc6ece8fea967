//! You took the first rows of the kernel for the new points. The m training points come first, the new
//! ones after them.
//!
//! Chapter 12, "Four parts of one error".

use nalgebra::{DMatrix, DVector};

/// The last m points before the others.
fn turned(kernel: &DMatrix<f64>, m: usize) -> DMatrix<f64> {
    let all = kernel.nrows();
    let at = |i: usize| (i + all - m) % all;
    DMatrix::from_fn(all, all, |i, j| kernel[(at(i), at(j))])
}

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    crate::solution::ridge_predict(&turned(theta, y.len()), y, ridge)
}

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    crate::solution::label_noise_variance(&turned(theta, m), m, sigma, t)
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    crate::solution::ensemble_law(&turned(theta, y.len()), &turned(nngp, y.len()), y, t)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let p = truth.len() - m;
    let turned_truth = DVector::from_fn(truth.len(), |i, _| truth[(i + p) % truth.len()]);
    crate::solution::error_parts(&turned(theta, m), &turned(nngp, m), &turned_truth, m, sigma, t)
}
