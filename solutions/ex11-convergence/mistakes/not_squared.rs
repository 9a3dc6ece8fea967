//! Your shares are of the size, not of its square. Sizes of perpendicular parts do not add up: their
//! squares do, so it is the shares of the square that sum to 1.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    crate::solution::mode_loads(theta, f0, y).map(f64::sqrt)
}
