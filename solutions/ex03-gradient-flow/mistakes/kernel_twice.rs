//! You have −ΘΘ(f − y). It tempts because the chain rule is used twice, once for θ̇ and once for ḟ.
//! But each use brings one Jacobian and not one kernel: θ̇ = −Jᵀ(f − y), then ḟ = Jθ̇, and Θ = JJᵀ
//! holds both.
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta * (theta * (f - y))
}
