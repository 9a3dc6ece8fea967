//! You kept the velocity of the start all the way: one long step of dt·steps, or a residual that is
//! computed once, before the loop. As f moves, the residual shrinks, and the velocity with it:
//! compute it anew from the current f.
//!
//! Chapter 3, "Small steps".

use nalgebra::{DMatrix, DVector};

use crate::solution::euler_step;

pub fn euler_flow(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
    steps: usize,
) -> DVector<f64> {
    euler_step(theta, f0, y, dt * steps as f64)
}
