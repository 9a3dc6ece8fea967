//! You multiplied the ridge by the number of samples. That belongs to a loss that is the mean over the
//! samples, which many libraries minimise. This loss is a sum, and its ridge is the one given.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let ridge = ridge * y.len() as f64;
    smoother(theta, y.len(), |lambda| 1.0 / (lambda + ridge)) * y
}
