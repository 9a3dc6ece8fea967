//! You corrected the step to second order, by dt²/2 Θ²(f − y), as the midpoint rule and Heun's
//! method do. That follows the flow more closely than asked: Euler's step goes straight, and so
//! does a step of gradient descent.
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
    let middle = f + function_velocity(theta, f, y) * (dt / 2.0);
    f + function_velocity(theta, &middle, y) * dt
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
