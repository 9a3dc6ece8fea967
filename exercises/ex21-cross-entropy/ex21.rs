//! Exercise 21: cross-entropy in place of squared loss. Book: chapter 21.
//!
//! Squared loss ends where the labels are. Cross-entropy weighs the kernel by how undecided the
//! network is, and with hard labels it has no end: you compute the weights, and the way there.
//!
//! m points have the outputs f, the labels y in [0, 1] (soft ones too) and the kernel Θ, which stays
//! constant here. The loss is summed over the points, and p = σ(f) = 1/(1 + e^{−f}).
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex21`.

use nalgebra::{DMatrix, DVector};

/// −Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)].
///
/// The outputs may be as large as ±800, and a loss of e⁻⁴⁰ is asked to twelve digits as well. About
/// 4 lines: write ln p as a function of f before you compute it. 0 · ln 0 counts as 0.
pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("the cross-entropy of {f} against {y}")
}

/// The symmetric kernel of cross-entropy: for f = f(θ) with Θ = J Jᵀ, the m×m matrix that has the
/// same nonzero eigenvalues as the Gauss–Newton matrix of the loss, and is symmetric.
///
/// Each entry to twelve digits, also where p is within 1e-17 of 0 or 1: the outputs may be as large
/// as ±700. About 5 lines.
pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    todo!("the kernel {theta} weighted at the outputs {f}")
}

/// How fast the *probabilities* move under gradient flow on the cross-entropy: ṗ.
///
/// About 4 lines.
pub fn probability_velocity(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    todo!("ṗ for the kernel {theta}, the outputs {f} and the labels {y}")
}

/// The same for C classes: row i of `f` (m×C) has the outputs of point i, p is their softmax, and row i
/// of `y` has its label's probabilities, which add up to 1. Every class has the kernel Θ; the loss is
/// −Σ y ln p. Return ṗ, m×C.
///
/// The outputs may be as large as ±800. About 12 lines: pᵢ moves through all outputs of its point.
pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    todo!("ṗ for the kernel {theta}, the outputs {f} and the labels {y}")
}

/// One point, with the hard label 1 and Θ(x, x) = theta > 0: its output after the time t ≥ 0, from f0.
///
/// About 10 lines. Separate the variables: f(t) is the root of an equation, not a formula. Twelve
/// digits are asked, for times between 1e-9 and 1e12 and for f0 between −50 and 50: mind
/// where a step of the root search may overflow.
pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    todo!("the output at time {t} from {f0}, with the kernel {theta}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
