//! You have twice the velocity. The loss Σ(f − y)² has the gradient 2(f − y); the loss of this
//! course is ½ Σ(f − y)², where the 2 is gone.
//!
//! Chapter 3, "Sum or mean".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta * (f - y) * 2.0
}
