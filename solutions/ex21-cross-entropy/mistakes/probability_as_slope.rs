//! The slope of the sigmoid was taken for p. It is p(1 − p), which vanishes on both sides: a network
//! that is sure of the wrong answer moves its probability as slowly as one that is sure of the right one.
//!
//! Chapter 21, "What moves the probabilities".

use nalgebra::{DMatrix, DVector};

pub fn probability_velocity(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let p = f.map(crate::solution::sigmoid);
    -(theta * (&p - y)).component_mul(&p)
}
