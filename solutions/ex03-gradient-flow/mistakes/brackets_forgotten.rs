//! You computed −Θf − y. The kernel acts on the whole residual, targets included: −Θ(f − y). In
//! code the brackets are easy to lose, since `*` binds before `-`.
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta * f - y
}
