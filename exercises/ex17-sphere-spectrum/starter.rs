//! Exercise 17: the spectrum of many points on a sphere. Book: chapter 17.
//!
//! "λ₁ = m and λ_min = 1/m, so training takes m² long": each of these rules holds in one dimension at
//! most. You compute what replaces them, from one point pair to the cost of training.
//!
//! The kernel is that of the two-layer ReLU network, for unit vectors at the angle θ:
//! Θ(θ) = (sin θ + 2(π − θ) cos θ)/2π, with Θ(0) = 1. The sphere of ℝᵈ has d − 1 dimensions.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex17`.

use nalgebra::{DMatrix, DVector};

/// The mean of Θ over two independent points, uniform on the sphere of ℝᵈ: λ₁ is m times that.
///
/// `d`: at least 2, a few hundred at most. Twelve digits are asked.
///
/// About 5 lines, no quadrature needed. How likely is an angle θ between two such points? Integrate
/// by parts, and look for a recursion from d to d + 1.
pub fn sphere_mean(d: usize) -> f64 {
    todo!("the mean of Θ in {d} dimensions")
}

/// The best upper bound on λ_min of the Gram matrix that any two of the points give by themselves.
///
/// A quotient vᵀΘv/vᵀv is never below λ_min: take v on two points only, the best there is, for the
/// best two of them. `xs`: m × d, unit vectors as rows, m ≥ 2. Points may be as close as 1e-9, and
/// eight digits of the bound are asked there too.
///
/// About 8 lines. Θ of neighbours is 1 up to the last digits: what is wanted is how far it is from 1.
pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    todo!("the bound for {xs}")
}

/// The exponent a of a power law λⱼ ~ j^(−a), fitted by least squares to ln λⱼ against ln j.
///
/// `eigenvalues`: in any order. λ₁ is the largest, and j runs over the ranks from `from` to `to`,
/// both included. A rank whose eigenvalue is zero or, by rounding, negative is left out; two ranks
/// are left at least. About 8 lines.
pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    todo!("the exponent of {eigenvalues} from {from} to {to}")
}

/// How many times longer training takes for the worst targets, to the same relative error, when the
/// number of points becomes `factor` times as large: (time of the flow, steps of descent).
///
/// Leading order for many random points on the sphere of ℝᵈ. The steps are as long as is safe, in
/// proportion to 1/λ₁. `mean_loss`: the squares are averaged over the points, and not summed.
///
/// About 5 lines. By which factor do the points' closest pair, λ_min and λ₁ change?
pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    todo!("the growth for {factor} times as many points in {d} dimensions, mean: {mean_loss}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
