//! You added up the terms of the frozen layers. `true` says that a layer is trained.
//!
//! Chapter 9, "Training some layers only".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let others: Vec<bool> = trained.iter().map(|on| !on).collect();
    crate::solution::ntk_of_trained(x, y, gain, &others)
}
