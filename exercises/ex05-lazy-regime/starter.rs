//! Exercise 05: the lazy regime. Book: chapter 5.
//!
//! A wide network learns while its parameters hardly move. You replace it by its first-order
//! expansion around the start, train that, and find from the kernel alone how far its parameters go.
//! Then you measure a move in three ways, of which only two are small, and choose a width.
//!
//! The loss is ½ Σ (f − y)² throughout, and θ₀ the parameters before training.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex05`.

use nalgebra::{DMatrix, DVector};

/// The linearised network: f₀(x) + ∇f₀(x)·(θ − θ₀), with f₀ and its gradient taken at θ₀.
///
/// The network is f(x) = 1/√n Σᵢ aᵢ φ(wᵢ·x). `first0`, `first`: n × d, with wᵢ in row i, at the start
/// and now. `readout0`, `readout`: a, n numbers, at the start and now. `phi`, `slope`: φ and φ′.
///
/// About 6 lines, without writing down the gradient: by how much does aᵢ φ(wᵢ·x) change, to first
/// order, if aᵢ and wᵢ both change a little?
pub fn linearised(
    first0: &DMatrix<f64>,
    readout0: &DVector<f64>,
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> f64 {
    todo!(
        "f_lin({x}) from {first0} and {readout0} to {first} and {readout}, φ(1) = {}, φ′(1) = {}",
        phi(1.0),
        slope(1.0)
    )
}

/// θ − θ₀ after `steps` steps of gradient descent on a linearised network's own parameters.
///
/// `jacobian`: J, m × P, row i the gradient of sample i at θ₀. `f0`, `y`: m outputs at θ₀ and m
/// targets. Returns P numbers; none of them needs θ₀ itself.
///
/// About 5 lines. What are the outputs after a move?
pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    steps: usize,
) -> DVector<f64> {
    todo!("θ − θ₀ for J = {jacobian}, f0 = {f0}, y = {y}: {steps} steps of {learning_rate}")
}

/// ‖θ − θ₀‖ after a time `t` of gradient flow on a linearised network, without its Jacobian.
///
/// `theta`: Θ = JJᵀ, m × m. `f0`, `y`: m. `t`: not negative, may be infinite. An eigenvalue of Θ that
/// is at most 1e-10 of the largest counts as zero: its mode never moves.
///
/// About 8 lines. θ − θ₀ is Jᵀ times something that exercise 04 has computed. Write its squared
/// length, and see what becomes of J. Keep the digits where λt is small.
pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    todo!("the displacement at t = {t} for Θ = {theta}, f0 = {f0}, y = {y}")
}

/// Three measures of one move: the distance ‖θ − θ₀‖; the same relative to ‖θ₀‖; and for each layer
/// the root mean square of what a single entry of its matrix has moved by.
///
/// `before`, `after`: the weight matrices, layer by layer. ‖θ‖ takes all entries of all layers as one
/// long vector. Not all entries of `before` are 0.
///
/// About 8 lines.
pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    todo!("the movement of {} layers to {}", before.len(), after.len())
}

/// The smallest width n ≥ 1 at which training moves a two-layer network without biases by at most
/// `share` of its own length: ‖θ_∞ − θ₀‖ ≤ share · ‖θ₀‖.
///
/// `theta`, `f0`, `y`: as above, from the limit of infinite width, whose displacement you take for the
/// network's. `inputs`: d, so θ has n (d + 1) entries, all drawn from N(0, 1); for ‖θ₀‖² take its mean.
///
/// About 3 lines. Only one of the two lengths depends on n.
pub fn lazy_width(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    inputs: usize,
    share: f64,
) -> usize {
    todo!("the width for Θ = {theta}, f0 = {f0}, y = {y}, {inputs} inputs, a share of {share}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
