//! Exercise 20: how much the kernel moves. Book: chapter 20.
//!
//! A bound and what it bounds are two numbers. You compute both for a real network, see which power
//! of the width each has, and meet the activation for which the bound does not exist.
//!
//! The network is f(x) = (1/√n) Σᵢ aᵢ φ(wᵢ·x): `w` is n×d with the wᵢ as rows, `a` has n entries. Its
//! parameters are listed as in a file: the rows of `w` one after the other, then `a`. φ = tanh in the
//! first three functions, and ReLU in the last.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex20`.

use nalgebra::{DMatrix, DVector};

/// The gradient of the number Θ̂(x, y) with respect to all parameters, where Θ̂(x, y) = ∇f(x)·∇f(y).
///
/// n·d + n entries, in the order above. About 12 lines: write Θ̂ as a sum over neurons first, then
/// differentiate it. tanh′ = 1 − tanh², and you need tanh″ too. Twelve digits are asked: differences of
/// kernel values do not reach them (but they are a fine check of your formula).
pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    todo!("the gradient of the kernel at {x} and {y}, for w = {w} and a = {a}")
}

/// What the kernel did, and what the mean value theorem allowed.
///
/// The parameters move along a straight line, from (w, a) to (w + dw, a + da). Return |Θ̂ at the end −
/// Θ̂ at the start|, and the bound ‖Δθ‖ · max ‖∇Θ̂‖ with Euclidean norms over all parameters. Look for
/// the maximum at `pieces` + 1 equally spaced points of the line, both ends included; `pieces` ≥ 1.
///
/// About 12 lines, and a small function of your own for the kernel.
pub fn drift_and_bound(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    dw: &DMatrix<f64>,
    da: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    pieces: usize,
) -> (f64, f64) {
    todo!("drift and bound at {x} and {y}, from {w} and {a} along {dw} and {da} in {pieces} pieces")
}

/// How hard one training point z pulls at the kernel: typically, and at most.
///
/// A residual of −1 at z moves the parameters with the velocity ∇f(z), so Θ̂(x, y) changes at the
/// rate g = ∇Θ̂(x, y)·∇f(z). Return the root of the mean of g² over independent random signs of the
/// entries of `a` (their sizes, and `w`, stay), and the bound ‖∇Θ̂(x, y)‖ ‖∇f(z)‖.
///
/// Exact, without drawing anything, in time proportional to n (there are 2ⁿ choices of signs). About 15 lines: what does one neuron's
/// part of g do when its aᵢ changes sign?
pub fn typical_pull(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    z: &DVector<f64>,
) -> (f64, f64) {
    todo!("how {z} pulls at the kernel of {x} and {y}, for w = {w} and a = {a}")
}

/// ReLU now. How far is the next jump of the kernel, and how large is it?
///
/// The weights of `neuron` (counted from 0) move straight along ±x until its gate at x flips, and
/// nothing else moves. Return the distance ‖Δw‖ to the flip, and the jump: Θ̂(x, y) just after the
/// flip minus just before it, with its sign. x is not zero, and w·x is not zero at the start.
///
/// About 12 lines. y may be parallel to x, and its gate may have flipped on the way or flip at the
/// same moment.
pub fn relu_jump(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    neuron: usize,
) -> (f64, f64) {
    todo!("the next jump at {x} and {y} by neuron {neuron} of w = {w}, a = {a}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
