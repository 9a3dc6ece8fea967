//! Exercise 04: training with a constant kernel. Book: chapter 4.
//!
//! In the limit of infinite width Θ stands still, and training becomes a linear equation that has
//! a solution in closed form. You write it at the training points, then at points that the network
//! was never shown, after a time t and in the limit.
//!
//! Θ may be singular: it is whenever a point stands twice in the data. The usual formula, with Θ⁻¹
//! in it, breaks down there. Training does not, and neither should your functions.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex04`.

use nalgebra::{DMatrix, DVector};

/// f(t) = y + e^(−Θt) (f₀ − y): the outputs at the training points after a time `t`.
///
/// `theta`: m × m, symmetric; no eigenvalue is negative but by rounding. `f0`, `y`: m.
/// The exponential is that of the matrix: it leaves Θ's eigenvectors alone and multiplies the
/// residual along each by e^(−λt).
///
/// About 4 lines; `theta.clone().symmetric_eigen()` has `eigenvalues` and, as the columns of a
/// matrix, `eigenvectors`. A helper that applies a function of λ to a vector pays three times.
pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    todo!("the outputs at t = {t} for Θ = {theta}, f0 = {f0}, y = {y}")
}

/// f(x*, t) = f₀(x*) + Θ(x*, X) ∫₀ᵗ e^(−Θs) ds (y − f₀(X)): the outputs at p new points.
///
/// `theta_test_train`: p × m, a row for each new point. `theta_train`: m × m, as above.
/// `f0_test`: p. `f0_train`, `y`: m. Along an eigenvector the integral is (1 − e^(−λt)) / λ, and t
/// where λ = 0.
///
/// About 5 lines. Careful where λt is tiny: 1 − e^(−λt) loses its digits there, `exp_m1` keeps
/// them. Leave out no mode for being slow: given time, it moves.
pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    todo!(
        "f(x*, {t}) for Θ(x*, X) = {theta_test_train}, Θ = {theta_train}, f0(x*) = {f0_test}, \
         f0(X) = {f0_train}, y = {y}"
    )
}

/// f(x*, ∞) = f₀(x*) + Θ(x*, X) Θ⁺ (y − f₀(X)): where these outputs end as t → ∞.
///
/// Shapes as above. Θ⁺, the pseudo-inverse, divides along each eigenvector by λ and leaves out the
/// modes that never move: an eigenvalue counts as zero if it is at most 1e-10 of the largest.
/// Nothing is lost with them, because Θ(x*, X) v = 0 wherever Θ v = 0. You may rely on that: it is
/// so for every kernel, since none of its Gram matrices has a negative eigenvalue.
///
/// About 5 lines.
pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    todo!(
        "f(x*, ∞) for Θ(x*, X) = {theta_test_train}, Θ = {theta_train}, f0(x*) = {f0_test}, \
         f0(X) = {f0_train}, y = {y}"
    )
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
