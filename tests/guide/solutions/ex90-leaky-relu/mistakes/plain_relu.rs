//! This is ReLU's K̇: the slope on the left of zero does not occur in it. It agrees with yours at
//! slope 0 and nowhere else.
//!
//! Chapter 6, "Two gates and an angle".

use nalgebra::DVector;

pub fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, _slope: f64) -> f64 {
    crate::solution::kdot_leaky(x, y, 0.0)
}
