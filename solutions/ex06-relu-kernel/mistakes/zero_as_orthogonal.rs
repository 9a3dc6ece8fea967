//! Right everywhere but at the zero vector, where you took the cosine as 0 and found ¼. A zero
//! vector's gate is never open (w·0 = 0 is not positive), so the chance is 0.
//!
//! Chapter 6, "Off the sphere".

use nalgebra::DVector;

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { 0.25 } else { crate::solution::kdot_relu(x, y) }
}
