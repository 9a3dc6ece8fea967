//! The ridge regression that belongs to the kernel of the moment, with the ridge Hλe^{2(H−1)λt}. The
//! outputs follow it while the kernel is strong, and late: in the end they cannot keep up with it.
//!
//! Chapter 18, "Towards zero".

use nalgebra::{DMatrix, DVector};

pub fn towards_zero(
    theta: &DMatrix<f64>,
    _f0: &DVector<f64>,
    y: &DVector<f64>,
    layers: usize,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    let (h, size) = (layers as f64, y.len());
    let ridge = h * lambda * (2.0 * (h - 1.0) * lambda * t).exp();
    let with_ridge = theta + DMatrix::identity(size, size) * ridge;
    theta * with_ridge.lu().solve(y).unwrap_or_else(|| DVector::from_element(size, f64::NAN))
}
