//! Exercise 90: the leaky ReLU kernel. Book: chapter 6.
//!
//! A leaky ReLU is a sum of two ReLUs, so its kernel is made of two values of a kernel that you know.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex90`.

use nalgebra::DVector;

/// K̇(x, y) = E[σ′(w·x) σ′(w·y)] for σ(z) = z where z > 0, and slope · z elsewhere; w ~ N(0, I).
///
/// `x`, `y`: nonzero points of the same dimension. About 3 lines. How often are both gates on the
/// same side, and how often on different ones?
pub fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    todo!("K̇ of {x} and {y} with slope {slope}")
}

/// K(x, y) = E[σ(w·x) σ(w·y)] for the same σ.
///
/// `x`, `y`: as above, of any length. About 6 lines: with ReLU's kernel at the angle θ, and at π − θ.
pub fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    todo!("K of {x} and {y} with slope {slope}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
