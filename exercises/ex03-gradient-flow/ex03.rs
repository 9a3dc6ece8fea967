//! Exercise 03: gradient flow in function space. Book: chapter 3.
//!
//! Training moves parameters, but what you watch are outputs. How fast they move is one line, in
//! which the parameters appear only through the kernel Θ; it holds for every network, wide or
//! narrow. You write that line, take one step along it, then many.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex03`.

use nalgebra::{DMatrix, DVector};

/// ḟ = −Θ (f − y): how fast outputs move under gradient flow on the loss ½ Σⱼ (fⱼ − yⱼ)².
///
/// `theta`: p × m, with Θ(xᵢ, xⱼ) in row i, column j. A row for each of the p points that you
/// watch, a column for each of the m training points; often the two sets are one, and p = m.
/// `f`, `y`: outputs and targets at the m training points. Returns p velocities.
///
/// 1 line. The loss is a sum, not a mean.
pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    todo!("the velocity for Θ = {theta}, f = {f}, y = {y}")
}

/// One step of Euler's method: the outputs after a time `dt`, as if they kept the velocity that
/// they have at `f`.
///
/// `theta`: m × m, over the training points. `f`, `y`: m.
///
/// 1 line, from the function above.
pub fn euler_step(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
) -> DVector<f64> {
    todo!("a step of {dt} for Θ = {theta}, f = {f}, y = {y}")
}

/// The outputs after `steps` such steps from `f0`, each of length `dt`, with the velocity taken
/// anew before each.
///
/// `theta`: m × m. `f0`, `y`: m. With `steps` = 0 nothing has moved. Do not guard against a step
/// that is too long: where dt exceeds 2/λₘₐₓ, Euler's outputs fly off, and yours should.
///
/// About 5 lines, from the function above.
pub fn euler_flow(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    dt: f64,
    steps: usize,
) -> DVector<f64> {
    todo!("{steps} steps of {dt} for Θ = {theta}, f0 = {f0}, y = {y}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
