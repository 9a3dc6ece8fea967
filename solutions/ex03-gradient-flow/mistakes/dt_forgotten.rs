//! You added the velocity itself: a step of length 1, whatever dt says. Velocity times time is the
//! distance.
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
    let _ = dt;
    f + function_velocity(theta, f, y)
}

pub fn euler_flow(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
    steps: usize,
) -> DVector<f64> {
    (0..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))
}
