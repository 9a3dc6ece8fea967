//! Your mean is right, and your covariance is the posterior's of a Gaussian process with kernel K. It
//! would be right if the networks learned by K. They learn by Θ, and what f₀ leaves at a new point is
//! f₀(x*) − A f₀(X) with the A of Θ.
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
    let gain = smoother(nngp, m, |lambda| 1.0 / lambda);
    let start = nngp.view((m, m), (p, p)).into_owned();
    let covariance = start - gain * nngp.view((0, m), (m, p));
    (crate::solution::ensemble_law(theta, nngp, y, t).0, covariance)
}
