//! You followed the flow itself, y + exp(−Θt)(f − y). It is the limit of ever smaller steps, and
//! chapter 4's subject. A step of a given length goes straight: each mode keeps 1 − λdt of its
//! residual, not exp(−λdt).
//!
//! Chapter 3, "Small steps".

use nalgebra::{DMatrix, DVector};

pub fn euler_step(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
) -> DVector<f64> {
    y + (-theta * dt).exp() * (f - y)
}

pub fn euler_flow(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
    steps: usize,
) -> DVector<f64> {
    y + (-theta * (dt * steps as f64)).exp() * (f0 - y)
}
