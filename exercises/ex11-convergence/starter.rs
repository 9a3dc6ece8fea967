//! Exercise 11: how fast training converges. Book: chapter 11.
//!
//! A kernel has a slowest mode and a condition number, and neither says how long *your* training
//! takes: that depends on where the targets lie. You find out where, then how much time the flow
//! needs, which learning rates descent can bear, and how many steps it takes.
//!
//! `theta` is m × m, symmetric, and constant; no eigenvalue is negative but by rounding. One that is
//! at most 1e-10 of the largest counts as zero, in every function below: its mode never moves. The
//! residual is f − y, its size the Euclidean norm, and the loss half of that squared.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex11`.

use nalgebra::{DMatrix, DVector};

/// Which share of the squared residual at the start lies along each eigenvector of Θ.
///
/// `theta`: m × m, its eigenvalues all different. `f0`, `y`: m. Returns m shares that add up to 1,
/// in the order of the eigenvalues, the largest first. Without a residual every share is 0.
///
/// About 8 lines. `symmetric_eigen` returns `eigenvalues` in no useful order, and `eigenvectors` as
/// the columns of a matrix, in the same one. A helper that sorts them pays: all that follows wants
/// the residual taken apart.
pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    todo!("the loads for Θ = {theta}, f0 = {f0}, y = {y}")
}

/// The time at which gradient flow has brought the residual down to `epsilon` of its size at the
/// start.
///
/// `theta`: m × m. `f0`, `y`: m. `epsilon`: between 0 and 1. Returns `f64::INFINITY` if the modes
/// that never move hold more than that, and 0 if there is no residual.
///
/// About 12 lines. With one mode there is a formula, with several there is none: search. The size
/// never rises, so it meets its mark once. Ten digits are asked.
pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    todo!("the time to {epsilon} for Θ = {theta}, f0 = {f0}, y = {y}")
}

/// Two learning rates of gradient descent, (limit, best).
///
/// limit: below it the residual shrinks for all targets, above it grows for some. best: the rate
/// with which the worst targets shrink most at each step. Leave out modes that never move.
///
/// `theta`: m × m, not zero. The loss is a sum over the samples.
///
/// About 5 lines. What does one step do to one mode? Draw that against λ.
pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    todo!("the rates for Θ = {theta}")
}

/// How many steps of gradient descent until the residual is at most `epsilon` of its size at the
/// start.
///
/// Shapes as above. `None` if the learning rate is at the limit or above, whatever the targets, and
/// if the modes that never move hold more than `epsilon`. Without a residual it takes 0 steps.
///
/// About 10 lines; the cases ask for a few thousand steps at most, so you may just take them.
pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    todo!("the steps of {learning_rate} to {epsilon} for Θ = {theta}, f0 = {f0}, y = {y}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
