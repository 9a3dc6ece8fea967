//! You differentiated K by the cosine u, at fixed lengths: that is |x||y| K̇, and 0 at the zero
//! vector. K̇ is the expectation E[φ′(w·x) φ′(w·y)], which is the derivative of K by x·y.
//!
//! Chapter 7, "The other expectation".

use nalgebra::DVector;

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    x.norm() * y.norm() * crate::solution::kdot_erf(x, y)
}
