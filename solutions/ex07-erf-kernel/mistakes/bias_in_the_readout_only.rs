//! You gave the biases to K, the readout's term, and left the first layer's, x·y K̇, without them.
//! Both its factors know the bias: the slopes through the pre-activations, and the gradient's dot
//! product, x·y + bias².
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let readout = nngp_erf(&x.clone().push(bias), &y.clone().push(bias));
    readout + x.dot(y) * kdot_erf(x, y)
}
