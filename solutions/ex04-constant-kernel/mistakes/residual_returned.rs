//! You returned e^(−Θt)(f₀ − y): the residual, what is still missing at time t. Add y to have the
//! outputs.
//!
//! Chapter 4, "The closed form".

use nalgebra::{DMatrix, DVector};

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    crate::solution::flow_at(theta, f0, y, t) - y
}
