//! You divided the weights of each prediction by their sum, as for a moving average. The weights of
//! kernel regression need not add up to 1, and some are negative: a point far from all data is left
//! near 0, where the network started.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

use crate::solution::smoother;

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let mut weights = smoother(theta, y.len(), |lambda| 1.0 / (lambda + ridge));
    for mut row in weights.row_iter_mut() {
        let sum = row.sum();
        row /= sum;
    }
    weights * y
}
