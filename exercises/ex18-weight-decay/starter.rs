//! Exercise 18: weight decay, towards the start and towards zero. Book: chapter 18.
//!
//! Weight decay is said to turn a wide network into kernel ridge regression. One kind of decay does,
//! and it is not the usual one. You follow both, and see where the usual argument holds.
//!
//! Training is gradient flow on ½ Σ (f − y)² + ½ λ ‖weights − centre‖², a sum over the points; the
//! outputs asked for are those on the training points.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex18`.

use nalgebra::{DMatrix, DVector};

/// ∇f·θ at each sample: what a decay of all weights towards zero takes from the outputs, over λ.
///
/// The network is f(x) = 1/√n Σᵢ aᵢ σ(wᵢ·x) with σ(z) = max(0, z), and θ is all of its weights, `w`
/// and `a`. `w`: n × d, a row for each neuron. `a`: n. `xs`: m × d, samples as rows. Returns m numbers.
///
/// About 4 lines. Which layers does θ have?
pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    todo!("∇f·θ for {w}, {a}, {xs}")
}

/// The outputs at the time `t`, with decay towards the weights at the start, at infinite width.
///
/// `theta`: the constant kernel, m × m, positive semidefinite, perhaps singular. `f0`: the outputs at
/// the start. `lambda` ≥ 0, and it may be 0 where the kernel is singular.
///
/// About 8 lines. What is ∇f·(θ − θ₀) for a function that is linear in θ − θ₀? Solve each mode.
pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    todo!("f({t}) for Θ = {theta}, f₀ = {f0}, y = {y}, λ = {lambda}")
}

/// Where decay towards zero would end, if the network were its own tangent at the start.
///
/// The model is f = f₀ + J(θ − θ₀), for ever: `jacobian` is J, m × P, `theta0` holds P weights, `f0`
/// the m outputs at the start. The penalty is ½ λ ‖θ‖² with λ > 0. About 4 lines. The model is affine
/// in θ: where does it stand at θ = 0?
pub fn frozen_tangent_end(
    jacobian: &DMatrix<f64>,
    theta0: &DVector<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
) -> DVector<f64> {
    todo!("the end for J = {jacobian}, θ₀ = {theta0}, f₀ = {f0}, y = {y}, λ = {lambda}")
}

/// The outputs at the time `t`, with decay towards zero, of a real network at infinite width.
///
/// The network has `layers` ≥ 1 layers of weights, ReLU or linear activations and no biases, so
/// f(cθ) = c^layers f(θ) for c > 0. `theta`: its kernel at the start. At infinite width the weights
/// shrink as e^{−λt}θ₀, and what training adds to them does not show in the kernel. λ ≥ 0.
///
/// About 20 lines. First: how do the gradients of such a network shrink, and so the kernel? Then one
/// equation for each mode. It has no short solution; do it numerically, eight digits are asked.
/// Eigenvalues are below 10 and λt below 10, so nothing is stiff; a few thousand steps will do.
pub fn towards_zero(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    layers: usize,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    todo!("f({t}) for Θ = {theta}, f₀ = {f0}, y = {y}, {layers} layers, λ = {lambda}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
