//! Your step goes uphill, by exactly the length of the right one. The step is minus the inverse
//! times the gradient Jᵀr.
//!
//! Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    -crate::solution::natural_step(jacobian, residuals, damping)
}
