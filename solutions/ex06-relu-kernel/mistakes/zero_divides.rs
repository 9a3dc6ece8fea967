//! Right everywhere but at the zero vector: it has no direction, so dividing by its length gives
//! 0/0 = NaN. Its gate is never open: return 0 before you divide.
//!
//! Chapter 6, "Off the sphere".

use nalgebra::DVector;

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { f64::NAN } else { crate::solution::nngp_relu(x, y) }
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 { f64::NAN } else { crate::solution::kdot_relu(x, y) }
}
