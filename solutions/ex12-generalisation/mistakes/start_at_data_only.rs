//! You have A K Aᵀ, what the outputs at the training points pass on. The network also has an output of
//! its own at the new point before it learns anything, f₀(x*), which stays in the sum.
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
    let m = y.len();
    let a = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    let covariance = &a * nngp.view((0, 0), (m, m)) * a.transpose();
    (a * y, covariance)
}
