//! Your K and K̇ know the biases, and the factor before K̇ does not: it is x·y, the weights' part
//! alone. The biases are trained too. The gradient of w·x + bias · b by b is `bias`, so the factor
//! is x·y + bias².
//!
//! Chapter 7, "What a bias adds".

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let (long_x, long_y) = (x.clone().push(bias), y.clone().push(bias));
    nngp_erf(&long_x, &long_y) + x.dot(y) * kdot_erf(&long_x, &long_y)
}
