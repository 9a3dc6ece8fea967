//! You took the largest diagonal entry for the largest eigenvalue. That is the limit for one sample
//! by itself. Samples that are alike pull together: the largest eigenvalue is larger than any entry
//! of the diagonal, unless Θ is diagonal.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (_, best) = crate::solution::learning_rates(theta);
    (2.0 / theta.diagonal().max(), best)
}
