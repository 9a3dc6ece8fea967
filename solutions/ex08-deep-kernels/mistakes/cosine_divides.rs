//! You read the angle off the covariance, acos(c/√(ab)), anew in every layer. That is 0/0 for a zero
//! vector, whose kernel is 0; and near 1 the cosine has lost half of the angle's digits before acos sees
//! it. Return 0 first, then carry the angle itself from layer to layer by relu_angle.
//!
//! Chapter 8, "ReLU: an angle and a length".

use nalgebra::DVector;

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let zero = x.norm() * y.norm() == 0.0;
    if zero && depth > 0 {
        return f64::NAN;
    }
    crate::mistakes::angle_from_covariance::ntk_relu(x, y, depth, gain)
}
