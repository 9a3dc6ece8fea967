//! You left the damping out: right at damping 0 and nowhere else. It stands inside the inverse, 1/(λ
//! + damping).
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let _ = damping;
    crate::solution::natural_step(jacobian, residuals, 0.0)
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let _ = damping;
    crate::solution::natural_rates(jacobian, 0.0)
}
