//! You multiplied by Θᵀ, or by the residual from the left. On the training points Θ is symmetric
//! and nobody can tell. Watch other points, and row i must be the point that moves, column j the
//! one that pulls.
//!
//! Chapter 3, "Points without a label".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta.transpose() * (f - y)
}
