//! You took one step too many. `0..=steps` counts both of its ends, and a step before the loop
//! counts as well. With steps = 0 the outputs stay at f0.
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
    (0..=steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))
}
