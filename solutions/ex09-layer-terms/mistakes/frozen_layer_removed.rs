//! You took the kernel of a network that has the trained layers only. A frozen layer is still there: it
//! computes random features, and the angle changes in it as in any other.
//!
//! Chapter 9, "Training some layers only".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let left = trained.iter().filter(|on| **on).count();
    if left == 0 { 0.0 } else { crate::solution::relu_terms(x, y, left - 1, gain).sum() }
}
