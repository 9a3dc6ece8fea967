//! You added the kernels of the two ReLUs that σ is made of. They are not independent: the same w
//! drives both, and the product of the two sums has mixed terms.
//!
//! Chapter 6, "Two gates and an angle".

use nalgebra::DVector;

pub fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    crate::solution::nngp_leaky(x, y, 0.0) * (1.0 + slope * slope)
}
