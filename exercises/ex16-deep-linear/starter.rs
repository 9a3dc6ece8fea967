//! Exercise 16: the tangent kernel of a deep linear network. Book: chapter 16.
//!
//! A network without activations computes a linear map, so its kernel must be linear in each input.
//! You compute it exactly, layer by layer, for weights that are given, and see what is left of it
//! when the width goes to infinity.
//!
//! The network has `hidden.len() + 2` layers of weights: h¹ = W¹x with W¹ = `first` (n × d); then
//! hˡ = gain/√n Wˡ hˡ⁻¹ with the n × n matrices `hidden` in their order; at last
//! f = gain/√n w·h with w = `readout` (n). The factors belong to the network, not to the weights.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex16`.

use nalgebra::{DMatrix, DVector};

/// The vector v with f(x) = v·x: the whole network as one map.
///
/// Returns d entries. About 5 lines: begin at the readout and go down.
pub fn end_to_end(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
) -> DVector<f64> {
    todo!("v for {first}, {hidden:?}, {readout}, gain {gain}")
}

/// What each layer of weights adds to Θ(x, y) = ⟨∇f(x), ∇f(y)⟩, the first layer in front.
///
/// Returns `hidden.len() + 2` terms. About 15 lines, and no gradient has to be written out: the
/// gradient with respect to Wˡ is a column times a row, and so the product of two of them is a
/// product of two numbers. Which column, which row?
pub fn layer_terms(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    todo!("the terms for {first}, {hidden:?}, {readout}, gain {gain} at {x}, {y}")
}

/// The d × d matrix A with Θ(x, y) = xᵀ A y for all x and y.
///
/// About 10 lines, or fewer from the function above: which x and y show one entry of A?
pub fn kernel_matrix(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
) -> DMatrix<f64> {
    todo!("A for {first}, {hidden:?}, {readout}, gain {gain}")
}

/// Θ(x, y) at infinite width, for N(0, 1) weights, with `layers` ≥ 1 layers of weights in all.
///
/// One layer is f = w·x, without a factor. About 2 lines. The page has it for gain 1.
pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    todo!("the limit for {x}, {y}, {layers} layers, gain {gain}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
