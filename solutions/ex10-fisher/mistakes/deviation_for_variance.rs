//! You divided by the standard deviation where the variance belongs. The density has r²/2σ² in its
//! exponent, so the information of a label falls with σ²: twice the noise, a quarter of the
//! information.
//!
//! Chapter 10, "What the Fisher matrix measures".

use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    let weights = DMatrix::from_diagonal(&noise.map(|deviation| 1.0 / deviation));
    jacobian.transpose() * weights * jacobian
}
