//! You returned the squares of the parts. Divide by their sum, the squared size of the whole
//! residual, so that they add up to 1.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    crate::solution::mode_loads(theta, f0, y) * (f0 - y).norm_squared()
}
