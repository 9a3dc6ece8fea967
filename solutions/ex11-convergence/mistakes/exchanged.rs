//! You returned the best rate first and the limit second. The order asked is (limit, best); the
//! limit is the larger of the two.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (limit, best) = crate::solution::learning_rates(theta);
    (best, limit)
}
