//! You took the rank of the data matrix. That is the answer for a network without activation, whose
//! kernel is a multiple of x·x′. ReLU has an even part besides, which is free on every line.
//!
//! Chapter 2, "When it has an inverse".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    network::span(&network::directions(xs))
}
