//! You took the limit as "t = 10,000". A mode needs a time of several 1/λ, and λ may be as small as
//! you like: at any fixed t there is data that is not yet learned. In the limit (1 − e^(−λt))/λ
//! becomes 1/λ for every λ above zero.
//!
//! Chapter 4, "The limit".

use nalgebra::{DMatrix, DVector};

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    crate::solution::predict_at(theta_test_train, theta_train, f0_test, f0_train, y, 1e4)
}
