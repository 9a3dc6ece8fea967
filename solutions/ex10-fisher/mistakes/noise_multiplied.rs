//! You multiplied by the variance. Information is how much a label says: the noisier, the less. If
//! you took the covariance of the labels for the information, it is its inverse.
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(&noise.map(|deviation| deviation * deviation));
    jacobian.transpose() * weights * jacobian
}
