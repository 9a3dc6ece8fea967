//! You returned dt ḟ: by how much the outputs move. What is asked is where they arrive, f + dt ḟ.
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
    function_velocity(theta, f, y) * dt
}
