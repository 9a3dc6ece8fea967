//! You divided each parameter's gradient by its own diagonal entry of the Fisher matrix. That is a
//! common economy for P in the millions, and another method: the diagonal knows nothing of
//! parameters that act together, and the residuals no longer decay at one rate.
//!
//! Chapter 10, "Natural gradient".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let diagonal = jacobian.tr_mul(jacobian).diagonal();
    let divided = |gradient: f64, entry: f64| {
        if entry + damping > 0.0 { -gradient / (entry + damping) } else { 0.0 }
    };
    jacobian.tr_mul(residuals).zip_map(&diagonal, divided)
}
