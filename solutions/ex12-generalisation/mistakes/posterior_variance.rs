//! You have the posterior variance of a Gaussian process with kernel Θ: how uncertain one would be at the
//! new point. Label noise is another matter. It vanishes if the labels are exact, and is 0 far from all
//! data, where a posterior is widest.
//!
//! Chapter 12, "What noise in the labels does".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let _ = t;
    let p = theta.nrows() - m;
    let gain = smoother(theta, m, |lambda| 1.0 / (lambda + sigma * sigma));
    DVector::from_fn(p, |i, _| {
        theta[(m + i, m + i)] - gain.row(i).dot(&theta.view((m + i, 0), (1, m)))
    })
}
