//! You returned −Jᵀr, the plain gradient: JᵀJ and its inverse are missing. With it each mode of the
//! residual has its own rate λ; dividing by JᵀJ is what makes them equal.
//!
//! Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let _ = damping;
    -jacobian.tr_mul(residuals)
}
