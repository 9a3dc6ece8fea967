//! Your ridge is twice the given one. So it would be if the penalty were ridge |θ − θ₀|²; here both the
//! loss and the penalty have their ½, and the two cancel.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    smoother(theta, y.len(), |lambda| 1.0 / (lambda + 2.0 * ridge)) * y
}
