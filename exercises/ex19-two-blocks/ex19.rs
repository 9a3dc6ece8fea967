//! Exercise 19: the two blocks of a two-layer kernel. Book: chapter 19.
//!
//! Each layer of weights has a block of its own in the kernel. You compute both for a real network,
//! train with one of them alone, and see what the other one adds: it is not what is usually said.
//!
//! The network is f(x) = 1/√n Σᵢ aᵢ σ(wᵢ·x) with σ(z) = max(0, z), σ′(z) = 1 for z > 0 and else 0.
//! `w`: n × d, a row for each neuron. `a`: n. `xs`: m × d, samples as rows.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex19`.

use nalgebra::{DMatrix, DVector};

/// The part of the tangent kernel that comes from the readout weights `a`.
///
/// Returns m × m. About 3 lines.
pub fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    todo!("the readout's block for {w}, {a}, {xs}")
}

/// The part that comes from the first layer's weights `w`.
///
/// Returns m × m. About 6 lines: the gates of all neurons at all samples, each neuron weighed by its
/// readout weight, and the inner products of the samples.
pub fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    todo!("the first layer's block for {w}, {a}, {xs}")
}

/// What the network predicts at `x_star` if the readout alone is trained, from a = 0, by gradient
/// flow without end, while `w` stays as it is.
///
/// `y`: m labels. The features of the samples are linearly independent. About 8 lines: which kernel
/// is constant here, exactly, at this width?
pub fn readout_only_prediction(
    w: &DMatrix<f64>,
    xs: &DMatrix<f64>,
    y: &DVector<f64>,
    x_star: &DVector<f64>,
) -> f64 {
    todo!("the prediction at {x_star} for {w}, {xs}, {y}")
}

/// The eigenvalues of K and of Θ on the circle for the function cos kφ, at infinite width.
///
/// The kernel acts on a function g by (1/2π) ∫ kernel(φ − φ′) g(φ′) dφ′. Returns (K's, Θ's), zero
/// included. About 6 lines once the integral is done: with K(θ) = (sin θ + (π − θ) cos θ)/2π and
/// Θ(θ) = K(θ) + cos θ (π − θ)/2π for 0 ≤ θ ≤ π, integrate by parts. Ten digits are asked, so that a
/// quadrature of a few thousand points will not do.
pub fn circle_spectra(k: usize) -> (f64, f64) {
    todo!("the eigenvalues for cos {k}φ")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
