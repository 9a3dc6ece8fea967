//! You returned K, the covariance of the random network and the kernel of training the readout
//! alone. The first layer is trained too, weights and biases, and adds its own term with K̇.
//!
//! Chapter 7, "Two terms again".

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    crate::solution::nngp_erf(&x.clone().push(bias), &y.clone().push(bias))
}
