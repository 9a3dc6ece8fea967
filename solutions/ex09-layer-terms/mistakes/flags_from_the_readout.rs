//! You read the flags from the output down. They go from the input up, like the terms: the first one is
//! that of W¹, the last one the readout's.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let turned: Vec<bool> = trained.iter().rev().copied().collect();
    crate::solution::ntk_of_trained(x, y, gain, &turned)
}
