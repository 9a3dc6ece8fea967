//! L (x·y)ᴸ takes each layer to multiply the inputs with themselves once more. But x enters a linear
//! network once: double it, and the kernel doubles. The limit is L x·y.
//!
//! Chapter 16, "Why it is no power".

use nalgebra::DVector;

pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    let layers_i = layers as i32;
    layers as f64 * gain.powi(2 * (layers_i - 1)) * x.dot(y).powi(layers_i)
}
