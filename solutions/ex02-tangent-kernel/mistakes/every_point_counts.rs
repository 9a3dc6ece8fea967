//! You counted the points: "positive semidefinite" taken for "invertible". Points on one ray ask for the
//! same number, the zero vector for none, and opposite points share more than one would think.
//!
//! Chapter 2, "When it has an inverse".

use nalgebra::DMatrix;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    xs.nrows()
}
