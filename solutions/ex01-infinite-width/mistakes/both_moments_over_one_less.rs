//! You divided both moments by N − 1. It does not cancel: the variance is squared and the fourth moment
//! is not, so the kurtosis comes out smaller by the factor (N − 1)/N. Plain means: over N.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let count = outputs.len() as f64;
    (crate::solution::excess_kurtosis(outputs) + 3.0) * (count - 1.0) / count - 3.0
}
