//! You added the step to y. The targets stand still; the outputs move. A step sets out from where
//! the outputs are now: f + dt ḟ. (y + … is the shape of the exact solution of chapter 4, which may
//! be why it tempts.)
//!
//! Chapter 3, "Small steps".

use nalgebra::{DMatrix, DVector};

use crate::solution::function_velocity;

pub fn euler_step(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
) -> DVector<f64> {
    y + function_velocity(theta, f, y) * dt
}
