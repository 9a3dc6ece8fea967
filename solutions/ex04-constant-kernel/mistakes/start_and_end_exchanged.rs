//! Your flow starts at the targets and ends at f₀. At t = 0 the exponential is the identity and y +
//! e^(−Θt)(f₀ − y) is f₀; later only y is left. Check both ends of any such formula.
//!
//! Chapter 4, "The closed form".

use nalgebra::{DMatrix, DVector};

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    crate::solution::flow_at(theta, y, f0, t)
}
