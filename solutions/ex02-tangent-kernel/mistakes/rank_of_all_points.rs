//! You added the rank of *all* points to the number of lines: m + rank X, the rule for points that all
//! come with their opposites. Where −x is absent, the even part alone can give f(x) any value, and the
//! odd part adds nothing.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    let directions = network::directions(xs);
    network::lines(&directions) + network::span(&directions)
}
