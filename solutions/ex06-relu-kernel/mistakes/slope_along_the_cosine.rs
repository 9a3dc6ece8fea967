//! You differentiated K by the cosine u, at fixed lengths: that is |x||y| K̇. "K̇ = dK/du" is often
//! written and holds on the unit sphere only. K̇ is the expectation E[σ′(w·x) σ′(w·y)], a chance, and
//! never above ½.
//!
//! Chapter 6, "K̇ is no derivative by u".

use nalgebra::DVector;

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    x.norm() * y.norm() * crate::solution::kdot_relu(x, y)
}
