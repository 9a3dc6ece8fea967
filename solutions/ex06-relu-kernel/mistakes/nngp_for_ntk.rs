//! You returned K, the covariance of the random network. It is the kernel of training the readout
//! alone. Training both layers adds the first layer's term, x·y K̇.
//!
//! Chapter 6, "Two layers, two terms".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    crate::solution::nngp_relu(x, y)
}
