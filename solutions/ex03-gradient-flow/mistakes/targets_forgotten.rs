//! You have −Θf: these outputs decay to zero, whatever the targets. What drives training is the
//! residual f − y, and −Θ(f − y) rests where f = y.
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let _ = y;
    -theta * f
}
