//! You returned f − y, what is still missing. It obeys the neatest equation, a product with I − dt
//! Θ at each step, so it is a good thing to work with. Add y again at the end.
//!
//! Chapter 3, "Small steps".

use nalgebra::{DMatrix, DVector};

pub fn euler_flow(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
    steps: usize,
) -> DVector<f64> {
    crate::solution::euler_flow(theta, f0, y, dt, steps) - y
}
