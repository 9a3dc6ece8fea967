//! This is the covariance of the outputs, the NNGP kernel. The tangent kernel has one such term for
//! each layer of weights.
//!
//! Chapter 16, "What is left at infinite width".

use nalgebra::DVector;

pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    gain.powi(2 * (layers as i32 - 1)) * x.dot(y)
}
