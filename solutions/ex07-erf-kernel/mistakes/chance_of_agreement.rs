//! You returned the chance that the two signs agree, 1 − θ/π. The mean of their product counts each
//! disagreement as −1, not as 0: it is 1 − 2θ/π, and 0 for orthogonal inputs.
//!
//! Chapter 7, "A gate with noise".

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    f64::midpoint(1.0, crate::solution::nngp_erf(x, y))
}
