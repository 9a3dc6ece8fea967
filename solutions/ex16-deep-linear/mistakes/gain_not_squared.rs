//! The gain stands in the network once for each layer after the first, and the kernel is a product of
//! two gradients: it comes squared.
//!
//! Chapter 16, "What is left at infinite width".

use nalgebra::DVector;

pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    layers as f64 * gain.powi(layers as i32 - 1) * x.dot(y)
}
