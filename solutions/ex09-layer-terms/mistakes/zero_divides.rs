//! Right, but for the zero vector: it has no direction, and dividing by its length gives NaN. None of its
//! gates opens and no weight has a gradient there: all L + 1 terms are 0.
//!
//! Chapter 8, "ReLU: an angle and a length".

use nalgebra::DVector;

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let terms = crate::solution::relu_terms(x, y, depth, gain);
    if x.norm() * y.norm() > 0.0 {
        return terms;
    }
    // x·y itself needs no division, but its product with a NaN does not survive.
    if depth == 0 { terms } else { terms.map(|_| f64::NAN) }
}
