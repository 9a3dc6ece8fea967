//! Exercise 12: generalisation. Book: chapter 12.
//!
//! What a trained network gets wrong at a new point has four parts: noise that nobody can predict, a
//! bias, noise that it learned from its labels, and what its random start left behind. The kernels
//! decide the last three. You compute them, after any training time.
//!
//! `theta` and `nngp` are kernels over m + p points at once, (m + p) × (m + p): the m training points
//! first, then p new ones. So Θ(X, X) is the block at the top left, and Θ(x*, X) the one below it.
//!
//! Θ(X, X) may be singular. An eigenvalue of it that is at most 1e-10 of the largest counts as zero:
//! leave its mode out. It never moves, and a new point does not see it, for Θ(x*, X) v = 0 wherever
//! Θ(X, X) v = 0. A helper that gives Θ(x*, X) g(Θ(X, X)), for a function g of the eigenvalues,
//! serves all four functions.
//!
//! Training is gradient flow on ½ Σ (f − y)², with a constant kernel. Times may be 0, and
//! `f64::INFINITY`: on an eigenvalue that is no trouble, but the exponential of a matrix with
//! infinite entries never returns.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex12`.

use nalgebra::{DMatrix, DVector};

/// What the network says at the p new points, trained to the end on the loss
/// ½ Σ (f − y)² + ½ ridge |θ − θ₀|², which holds its parameters back.
///
/// `theta`: over m + p points. `y`: m. The network is linear in θ − θ₀ and starts at f₀ = 0. If
/// `ridge` is 0, return the limit of small ridges; Θ(X, X) may be singular then, too.
///
/// About 10 lines, most of them in the helper. `theta.view((row, column), (rows, columns))` is a
/// block, and `.into_owned()` makes a matrix of it.
pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    todo!("the predictions with the ridge {ridge} for Θ = {theta}, y = {y}")
}

/// How much each of the p predictions scatters after the training time `t`, because of noise in the
/// labels: its variance.
///
/// `theta`: over m + p points, of which m are training points. The labels carry independent noise of
/// the standard deviation `sigma`. Inputs and start are given.
///
/// About 5 lines. Careful where λt is tiny: `exp_m1`.
pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    todo!("the variances at t = {t} for Θ = {theta}, m = {m}, sigma = {sigma}")
}

/// The law of the predictions over random starts, (mean, covariance), after the training time `t`.
///
/// `nngp`: the covariance of f₀ over the same m + p points as `theta`; the mean of f₀ is 0. `y`: m,
/// the same labels for all. Returns p numbers and a p × p matrix.
///
/// About 7 lines. f₀ enters at the new points and at the training points, and the two are
/// correlated.
pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    todo!("the law at t = {t} for Θ = {theta}, K = {nngp}, y = {y}")
}

/// The expected squared error at each new point, taken apart: p × 4.
///
/// The error is f(x*, t) minus a fresh label there, squared, and expected over that label, the
/// training labels and the start. Columns: the fresh label's noise, the squared bias, the variance
/// from noise in the training labels, the variance from the random start. Each row adds up to the
/// expected error.
///
/// `truth`: m + p, the labels without their noise, of standard deviation `sigma`. `theta`, `nngp`,
/// `t` as above.
///
/// About 8 lines, from the functions above; `DMatrix::from_columns` and `.diagonal()` help.
pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    todo!(
        "the parts at t = {t} for Θ = {theta}, K = {nngp}, truth = {truth}, m = {m}, sigma = {sigma}"
    )
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
