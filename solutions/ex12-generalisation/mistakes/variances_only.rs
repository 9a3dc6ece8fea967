//! The diagonal is right, and beside it you have 0. Predictions at two new points come from one network
//! and one start: they are correlated.
//!
//! Chapter 12, "What the start leaves behind".

use nalgebra::{DMatrix, DVector};

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (mean, covariance) = crate::solution::ensemble_law(theta, nngp, y, t);
    (mean, DMatrix::from_diagonal(&covariance.diagonal()))
}
