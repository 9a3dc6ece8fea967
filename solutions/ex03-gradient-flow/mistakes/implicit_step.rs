//! You took the velocity at the end of each step: f₁ = y + (I + dt Θ)⁻¹(f − y), the implicit Euler
//! method. It is stable for every dt, which is why stiff equations get it. Gradient descent is the
//! explicit one, with the velocity at the beginning, and its limit dt < 2/λₘₐₓ is worth seeing.
//!
//! Chapter 3, "Small steps".

use nalgebra::{DMatrix, DVector};

pub fn euler_step(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
) -> DVector<f64> {
    let system = DMatrix::identity(f.len(), f.len()) + theta * dt;
    y + system.lu().solve(&(f - y)).expect("I + dt Θ has no eigenvalue below 1")
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
