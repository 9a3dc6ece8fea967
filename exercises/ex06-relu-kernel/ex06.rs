//! Exercise 06: the two-layer ReLU kernel. Book: chapter 6.
//!
//! A ReLU network of one hidden layer, infinitely wide, has a kernel that fits in one line. You
//! compute it from the angle between two inputs, for inputs of any length: that is where most
//! published one-liners go wrong, because they were written for the unit sphere.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex06`.

use nalgebra::{DMatrix, DVector};

/// K(x, y) = E[σ(w·x) σ(w·y)] for σ = ReLU and w ~ N(0, I): the covariance of the network's output.
///
/// `x`, `y`: points of the same dimension and of any length. With θ the angle between them,
/// K = |x| |y| (sin θ + (π − θ) cos θ) / 2π. If either is the zero vector, return 0.
///
/// About 4 lines; a helper for θ pays, because the next function wants it too.
pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("K of {x} and {y}")
}

/// K̇(x, y) = E[σ′(w·x) σ′(w·y)]: the chance that both gates are open.
///
/// `x`, `y`: as above. A zero vector never opens its gate: return 0.
///
/// About 4 lines. Which fraction of all directions w has w·x > 0 and w·y > 0? Careful where x and y
/// are nearly parallel: `acos` of a dot product loses half of your digits there. The lengths of
/// x̂ − ŷ and x̂ + ŷ, for the unit vectors x̂ and ŷ, keep them.
pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("K̇ of {x} and {y}")
}

/// Θ(x, y): the neural tangent kernel of the two-layer network, both layers trained.
///
/// One term for each layer: the readout weights give K; the first layer's give K̇ and a factor that
/// the chain rule brings along.
///
/// 1 line, from the two functions above.
pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("Θ of {x} and {y}")
}

/// The Gram matrix of Θ over a data set.
///
/// `xs`: m × d, one sample a row. Returns m × m, with Θ(xᵢ, xⱼ) in row i, column j.
///
/// About 3 lines; `DMatrix::from_fn` and `row(i).transpose()` help.
pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    todo!("the Gram matrix of {xs}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
