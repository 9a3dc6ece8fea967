//! You took the number of flags for the depth. There is one flag for each layer of weights, and one hidden
//! layer less than that: the depth is `trained.len() - 1`.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let terms = crate::solution::relu_terms(x, y, trained.len(), gain);
    terms.iter().zip(trained).filter(|(_, on)| **on).map(|(term, _)| term).sum()
}
