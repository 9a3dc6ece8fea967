//! You have the square of the distance: the root is missing.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    crate::solution::displacement(theta, f0, y, t).powi(2)
}
