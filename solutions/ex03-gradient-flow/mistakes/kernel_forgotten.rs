//! You returned y − f: the outputs would walk straight to their targets, all at one rate. That is
//! the gradient of the loss with respect to the outputs. But descent moves parameters, and how
//! these carry the outputs along is what Θ says: ḟ = −Θ(f − y).
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let _ = theta;
    y - f
}
