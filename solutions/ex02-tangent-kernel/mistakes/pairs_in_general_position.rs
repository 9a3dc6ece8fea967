//! You added the number of pairs, or d if there are more. That is the rank of the pairs' x when they lie
//! in general position; three pairs in one plane of space have the rank 2.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    let directions = network::directions(xs);
    let rays = network::distinct(&directions, |x, y| x.dot(y) > 1.0 - 1e-10);
    let lines = network::lines(&directions);
    lines + (rays - lines).min(xs.ncols())
}
