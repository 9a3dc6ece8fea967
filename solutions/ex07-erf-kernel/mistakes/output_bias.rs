//! You added bias² once more at the end, for a bias of the output. This network has none: only the
//! hidden units carry one.
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    crate::solution::ntk_erf(x, y, bias) + bias * bias
}
