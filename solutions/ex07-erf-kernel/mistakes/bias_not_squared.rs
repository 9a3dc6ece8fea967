//! You added `bias` to the covariance and to both variances. The bias term is bias · b with b ~
//! N(0, 1), so its variance is bias².
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    crate::solution::ntk_erf(x, y, bias.sqrt())
}
