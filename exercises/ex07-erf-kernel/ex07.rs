//! Exercise 07: the erf kernel. Book: chapter 7.
//!
//! The smooth activation φ(z) = erf(z/√2) has closed forms at inputs of any length. You derive both
//! expectations, the one that everybody prints and the one that the tangent kernel needs as well;
//! keep their digits on data in raw units; and find out which functions on a circle such a network
//! cannot learn, and what a bias does about it.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex07`.

use nalgebra::DVector;

/// K(x, y) = E[φ(w·x) φ(w·y)] for φ(z) = erf(z/√2) and w ~ N(0, I).
///
/// `x`, `y`: points of the same dimension and of any length. No case is special: for the zero vector
/// the same formula holds.
///
/// About 4 lines. φ(z) is the mean of sign(z + ξ) over ξ ~ N(0, 1): a gate with noise. Give each of
/// the two inputs a noise of its own, as one more coordinate; then K asks how often two signs agree.
pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("K of {x} and {y}")
}

/// K̇(x, y) = E[φ′(w·x) φ′(w·y)].
///
/// `x`, `y`: as above.
///
/// About 5 lines. φ′ is a bell and so is the density of w: the mean is a Gaussian integral over a
/// plane, and comes down to a determinant. For long inputs that are nearly parallel, as data in raw
/// units are, it is a small difference of large numbers: write it as a sum of what is not negative.
pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("K̇ of {x} and {y}")
}

/// Θ(x, y) of f(x) = 1/√n Σᵢ aᵢ φ(wᵢ·x + bias · bᵢ), with all of a, w and b drawn from N(0, 1), and
/// all of them trained.
///
/// `bias`: not negative; 0 for the network without biases.
///
/// About 4 lines, from the two functions above. What is a bias, if you look at it as an input?
pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    todo!("Θ of {x} and {y} with the bias {bias}")
}

/// Θ(x, y) without biases for the activation erf(steepness · z).
///
/// `steepness`: positive, or 0 for a network that says nothing. Of 1/√2 it is φ itself; of √π/2 it
/// has tanh's slope at 0.
///
/// Few lines, once you have found another network, with the activation φ, that has the same outputs
/// and the same gradients.
pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    todo!("Θ of {x} and {y} for erf({steepness} z)")
}

/// How fast each harmonic is learned on a circle: eigenvalues of a Gram matrix of `ntk_erf`.
///
/// The N = `points` inputs are radius · (cos α, sin α) at the angles α = 2πi/N. Whatever the kernel of
/// the angle between inputs, the vector of cos(kα) is an eigenvector of their N × N Gram matrix, for
/// k = 0, 1, … up to N/2, rounded down. Returns its eigenvalues in this order.
///
/// About 8 lines. One row of the matrix is enough: which entry of the eigenvector makes it easy?
pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    todo!("the rates on {points} points of the circle of radius {radius}, bias {bias}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
