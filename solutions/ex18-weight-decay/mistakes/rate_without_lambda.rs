//! The end is right and the way to it is not: each mode was taken there at the rate μ of the flow without
//! decay. The decay speeds it up, to μ + λ.
//!
//! Chapter 18, "Towards the start".

use nalgebra::{DMatrix, DVector};

pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    let learned = crate::solution::towards_start(theta, f0, y, 0.0, t) - f0;
    if lambda == 0.0 {
        return learned + f0;
    }
    let with_ridge = theta + DMatrix::identity(y.len(), y.len()) * lambda;
    f0 + theta * with_ridge.lu().solve(&learned).unwrap_or(learned)
}
