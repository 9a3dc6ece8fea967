//! You added the dimension d. The differences f(x) − f(−x) are values of one linear function, which has
//! d coefficients; but fewer pairs than dimensions, or pairs in a plane, see fewer of them. It is the
//! rank of the x whose opposites are present.
//!
//! Chapter 2, "What two layers of ReLU cannot see".

use nalgebra::DMatrix;

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    let directions = network::directions(xs);
    let rays = network::distinct(&directions, |x, y| x.dot(y) > 1.0 - 1e-10);
    let lines = network::lines(&directions);
    if rays > lines { lines + xs.ncols() } else { lines }
}
