//! You multiplied the gradient by JᵀJ + damping. Steepest descent in a metric takes the *inverse* of
//! the metric: a direction in which the outputs move much for a small step is made short, not long.
//! Your modes have the rates λ², which is worse than plain descent.
//!
//! Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let gradient = jacobian.tr_mul(residuals);
    -(jacobian.tr_mul(&(jacobian * &gradient)) + gradient * damping)
}
