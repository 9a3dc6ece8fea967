//! The factor before K̇ knows the biases, and your K and K̇ do not. A bias is part of the
//! pre-activation: it changes where each neuron stands on its activation, so all three covariances
//! carry bias².
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    nngp_erf(x, y) + (x.dot(y) + bias * bias) * kdot_erf(x, y)
}
