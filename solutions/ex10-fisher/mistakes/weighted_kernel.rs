//! Your weights are right and the side is not: this is the kernel JJᵀ with the noise divided out, m
//! × m. Information is about the parameters, so its matrix is P × P: AᵀA, with A = J whose row i is
//! divided by noise[i].
//!
//! Chapter 10, "One Jacobian, two squares".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(&noise.map(|deviation| 1.0 / deviation));
    &weights * jacobian * jacobian.transpose() * &weights
}
