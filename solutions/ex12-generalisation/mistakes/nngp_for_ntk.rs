//! You let the networks learn by K. That is what training the readout alone does. When all layers are
//! trained, outputs move by Θ, and A = Θ(x*, X) Θ⁻¹ (I − e^(−Θt)).
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let _ = theta;
    crate::solution::ensemble_law(nngp, nngp, y, t)
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let _ = theta;
    crate::solution::error_parts(nngp, nngp, truth, m, sigma, t)
}
