//! You added a little to the diagonal so that the inverse exists, 1e-6 or so. That is a damping
//! nobody asked for: each mode comes out short by 1e-6/λ of itself, and the slow ones hardly move.
//! Without damping, leave out the modes whose eigenvalue counts as zero and divide by the others as
//! they are.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    crate::solution::natural_step(jacobian, residuals, damping + 1e-6)
}
