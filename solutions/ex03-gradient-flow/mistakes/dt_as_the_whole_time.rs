//! You took dt as the time of the whole flow and cut it into `steps` pieces. Here dt is the length
//! of one step, so the flow lasts dt·steps.
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
    let piece = dt / steps as f64;
    (0..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, piece))
}
