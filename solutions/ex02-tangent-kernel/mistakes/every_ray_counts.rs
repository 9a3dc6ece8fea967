//! You counted the directions. That would be the rank if the network were free on each; but the
//! difference f(x) − f(−x) is a linear function of x, and these differences have no more than the rank of
//! their x between them.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    network::distinct(&network::directions(xs), |x, y| x.dot(y) > 1.0 - 1e-10)
}
