//! You have the covariance Θ** − Θ* Θ⁻¹ Θ*ᵀ of a Gaussian process with kernel Θ. Kernel regression is the
//! mean of that process, but trained networks do not scatter like it: what is random in them is f₀, and
//! its covariance is K.
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
    let gain = smoother(theta, m, |lambda| 1.0 / lambda);
    let start = theta.view((m, m), (p, p)).into_owned();
    let covariance = start - gain * theta.view((0, m), (m, p));
    (crate::solution::ensemble_law(theta, nngp, y, t).0, covariance)
}
