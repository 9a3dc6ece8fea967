//! L (gain² x·y)ᴸ puts gain and inner product into every layer and multiplies them up. x enters a linear
//! network once, so the kernel has one x·y; and the first layer has no gain.
//!
//! Chapter 16, "Why it is no power".

use nalgebra::DVector;

pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    layers as f64 * (gain * gain * x.dot(y)).powi(layers as i32)
}
