//! Right where JᵀJ + damping has an inverse. Without damping it has none as soon as there are more
//! parameters than samples: P − m of its eigenvalues are zero, and every network is such a case.
//!
//! Work on the samples' side, where Jᵀ(JJᵀ + damping)⁻¹ is the same matrix and m × m is what has to
//! be inverted. Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let parameters = jacobian.ncols();
    let damped = jacobian.tr_mul(jacobian) + DMatrix::identity(parameters, parameters) * damping;
    -(damped.try_inverse().unwrap() * jacobian.tr_mul(residuals))
}
