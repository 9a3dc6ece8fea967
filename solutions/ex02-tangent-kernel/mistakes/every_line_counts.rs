//! You counted the lines through 0, as if x and −x asked for one number. That is the even part alone. The
//! odd part of f is linear and not zero: it adds the rank of the points whose opposites are present.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    network::lines(&network::directions(xs))
}
