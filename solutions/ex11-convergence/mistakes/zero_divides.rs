//! Right, but where there is no residual: its shares are 0/0 = NaN. A network that starts at its
//! targets has nothing to learn, and every answer is 0 there.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let loads = crate::solution::mode_loads(theta, f0, y);
    if f0 == y { loads.map(|_| f64::NAN) } else { loads }
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    if f0 == y { f64::NAN } else { crate::solution::time_to(theta, f0, y, epsilon) }
}
