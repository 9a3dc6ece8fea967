//! Your outputs run away from the targets. The velocity is −Θ(f − y): a point above its target must
//! fall. If the velocity is right already, the minus went in twice: Euler's step adds dt ḟ, and ḟ
//! carries its own sign.
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    theta * (f - y)
}

pub fn euler_step(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
) -> DVector<f64> {
    f + function_velocity(theta, f, y) * dt
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
