//! You have the posterior of the Gaussian process with kernel K. That is what training the readout alone
//! would give. Gradient descent on all layers moves by Θ, not by K: the mean is that of Θ, and the
//! covariance has both kernels in it.
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
    let _ = t;
    let (m, all) = (y.len(), theta.nrows());
    let p = all - m;
    let gain = smoother(nngp, m, |lambda| 1.0 / lambda);
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance = start - &gain * nngp.view((0, m), (m, p));
    (gain * y, covariance)
}
