//! The slope p(1 − p) is that of two classes, for each class alone. In softmax every output moves every
//! probability: ∂p_c/∂f_k = p_c (δ_ck − p_k). Without the rest, ṗ does not add up to 0.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let p = crate::solution::softmax(f);
    let velocity = -(theta * (&p - y));
    p.map(|p| p * (1.0 - p)).component_mul(&velocity)
}
