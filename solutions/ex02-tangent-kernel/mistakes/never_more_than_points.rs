//! You have m + rank X, cut off at the number of directions. It is right if all points come with their
//! opposites or none does. In between, only the x whose opposites are present count for the rank.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    let directions = network::directions(xs);
    let rays = network::distinct(&directions, |x, y| x.dot(y) > 1.0 - 1e-10);
    rays.min(network::lines(&directions) + network::span(&directions))
}
