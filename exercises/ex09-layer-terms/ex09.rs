//! Exercise 09: which layer contributes what. Book: chapter 9.
//!
//! The kernel of a network of depth L is a sum of L + 1 terms, one for each layer of weights. The
//! sum is often printed one term short. You compute the terms, use them to train some layers and
//! freeze others, and find them again in a network with actual weights, where no sum is in doubt.
//!
//! Terms are listed from the input up: term 0 belongs to W¹, term L to the last layer.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex09`.

use nalgebra::{DMatrix, DVector};

/// The terms of Θᴸ from the kernels of the layers.
///
/// `nngp`: K⁰, K¹, …, Kᴸ, that is L + 1 numbers, with K⁰ = x·y. `kdot`: K̇¹, …, K̇ᴸ, that is L
/// numbers: `kdot[0]` is K̇¹. Returns L + 1 terms, whose sum is Θᴸ. At depth 0 `kdot` is empty.
///
/// About 6 lines. Unroll Θˡ = Kˡ + Θˡ⁻¹ K̇ˡ on paper first: which K̇ does the term of Kˡ collect?
pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    todo!("the terms of {nngp} and {kdot}")
}

/// The terms of Θᴸ(x, y) of a deep ReLU network, at infinite width.
///
/// `x`, `y`: points of the same dimension and of any length; `depth`: L, the number of hidden
/// layers; `gain`: the factor c before every layer but the first. If either point is the zero
/// vector, all terms are 0.
///
/// About 15 lines: the loop of exercise 08, which now keeps Kˡ and K̇ˡ, and the function above.
pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    todo!("the terms of {x} and {y} at depth {depth} with the gain {gain}")
}

/// The tangent kernel when only some layers are trained and the others stay as they were drawn.
///
/// `trained`: one flag for each layer of weights, from the input up, at least one; so the depth is
/// not given apart. The rest as above.
///
/// About 3 lines. The kernel is a sum over all parameters that move.
pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    todo!("the kernel of {x} and {y}, gain {gain}, trained {trained:?}")
}

/// The three terms of the empirical kernel of one network with two hidden layers of ReLU:
///
/// h¹ = W¹ x,  h² = 1/√n W² σ(h¹),  f = 1/√n w³·σ(h²).
///
/// `w1`: n × d. `w2`: n × n. `w3`: n. Entry 0 of the result is the sum of ∂f(x)/∂p · ∂f(y)/∂p over
/// all entries p of W¹, entry 1 that over W², entry 2 that over w³. A ReLU at exactly 0 is shut.
///
/// About 15 lines. Do not form the gradients: with b = ∂f/∂h, the gradient of a layer of weights is
/// an outer product, and the product of two of them is a product of two dot products.
pub fn network_terms(
    w1: &DMatrix<f64>,
    w2: &DMatrix<f64>,
    w3: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    todo!("the terms of {w1}, {w2}, {w3} at {x} and {y}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
