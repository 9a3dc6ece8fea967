//! Your angle is right, and the lengths are missing: ReLU passes a positive factor through, so
//! K(sx, ty) = st K(x, y), and the formula in θ alone wants |x||y| in front.
//!
//! Chapter 6, "Off the sphere".

use nalgebra::DVector;

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 { 0.0 } else { crate::solution::nngp_relu(x, y) / norms }
}
