//! You took one step too few. `1..steps` runs steps − 1 times; as a list of states, f0 and then one
//! for each step, it would have steps + 1 entries.
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
    (1..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))
}
