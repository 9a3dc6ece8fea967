//! The mixed terms come with a minus: on the left of zero σ is slope · z, which is −slope · relu(−z).
//! With a plus you have the kernel of the slope's opposite.
//!
//! Chapter 6, "Two gates and an angle".

use nalgebra::DVector;

pub fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    crate::solution::nngp_leaky(x, y, -slope)
}
