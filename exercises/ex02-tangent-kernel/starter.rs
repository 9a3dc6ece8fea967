//! Exercise 02: the tangent kernel. Book: chapter 2.
//!
//! The kernel of a network that you can hold in your hands: every derivative written out, then the
//! products of gradients, then the same kernel of a deep network without a single gradient stored.
//! At the end you count: how many directions of the outputs can training move at all?
//!
//! `phi` is an activation and `slope` its derivative, everywhere.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex02`.

use nalgebra::{DMatrix, DVector};

/// The gradient of f(x) = 1/√n Σᵢ aᵢ φ(wᵢ·x) with respect to all of its parameters.
///
/// `first`: n × d, with wᵢ in row i. `readout`: a, n numbers. `x`: d. Returns n·d + n numbers: first
/// those for w₁, then those for w₂, and so on; last those for a.
///
/// About 8 lines. `as_slice` and `iter` of a matrix go down its columns, not along its rows.
pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    todo!("∇f({x}) for W = {first}, a = {readout}, φ(1) = {}, φ′(1) = {}", phi(1.0), slope(1.0))
}

/// The empirical tangent kernel of this network: the product of the gradients of each two samples.
///
/// `xs`: m × d, one sample a row. Returns m × m.
///
/// About 5 lines, from the function above.
pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    todo!(
        "the kernel on {xs} for W = {first}, a = {readout}, φ(1) = {}, φ′(1) = {}",
        phi(1.0),
        slope(1.0)
    )
}

/// The empirical tangent kernel of a network of any depth, with no gradient of a weight stored.
///
/// `weights`: the matrix of each layer as in exercise 01, the last one with a single row. The first
/// layer is h = W x, every later one h = gain/√k · W φ(h) with the k units that it reads. `xs`:
/// m × d. Returns m × m.
///
/// About 15 lines. Derive it for one layer: with respect to the weight between units j and i the
/// gradient is factor · ∂f/∂hᵢ · inputⱼ. Multiply two samples' gradients and sum over i and j: what
/// becomes of the double sum? Then go forward for the inputs, and backward for the ∂f/∂h.
pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    todo!(
        "the kernel on {xs} for {} layers, φ(1) = {}, φ′(1) = {}, gain {gain}",
        weights.len(),
        phi(1.0),
        slope(1.0)
    )
}

/// The rank of a Gram matrix, in floating point: how many of its eigenvalues are not zero.
///
/// `theta`: m × m, symmetric, with no negative eigenvalue but for rounding. An eigenvalue that is at
/// most 1e-10 of the largest counts as zero. The matrix of zeros has the rank 0.
///
/// About 3 lines.
pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    todo!("the rank of {theta}")
}

/// The rank of the tangent kernel of an infinitely wide two-layer ReLU network without biases, on
/// these points: the most that a network of any width can have.
///
/// `xs`: m × d, points of any length. Two of them are exactly parallel, exactly opposite (up to
/// rounding) or clearly neither; the zero vector may be among them.
///
/// About 15 lines, and no kernel in it. Such an f is the sum of an even and an odd function. What is
/// special about the odd one? How many values can you choose on points whose opposites are absent?
pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    todo!("the rank on {xs}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
