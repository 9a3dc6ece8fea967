//! You took arccos where arcsin belongs: 2θ/π, which falls as the inputs come together. The mean of
//! two signs is 1 − 2θ/π, and since arcsin ρ = π/2 − arccos ρ that is 2/π arcsin ρ.
//!
//! Chapter 7, "A gate with noise".

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    1.0 - crate::solution::nngp_erf(x, y)
}
