//! You added K and K̇. The first layer's gradient is a φ′(h) times what the weight reads, so the
//! product of two of them carries x·y, and bias² for the biases.
//!
//! Chapter 7, "Two terms again".

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let (x, y) = (x.clone().push(bias), y.clone().push(bias));
    nngp_erf(&x, &y) + kdot_erf(&x, &y)
}
