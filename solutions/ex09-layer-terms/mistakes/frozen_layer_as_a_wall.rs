//! You let a frozen layer stop what comes from above. Its weights stand still, but signals pass through
//! them both ways as before: a layer below it has its full gradient, and its full term.
//!
//! Chapter 9, "Training some layers only".

use nalgebra::DVector;

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let terms = crate::solution::relu_terms(x, y, trained.len() - 1, gain);
    terms.iter().zip(trained).rev().take_while(|(_, on)| **on).map(|(term, _)| term).sum()
}
