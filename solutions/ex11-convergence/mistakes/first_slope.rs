//! You kept the rate of the beginning, rᵀΘr/rᵀr, and drew ln |r| as a straight line. Its slope falls
//! as the fast modes leave, so this is too early, unless the residual lies in one mode.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let residual = f0 - y;
    if residual.norm() == 0.0 {
        return 0.0;
    }
    (1.0 / epsilon).ln() * residual.norm_squared() / residual.dot(&(theta * &residual))
}
