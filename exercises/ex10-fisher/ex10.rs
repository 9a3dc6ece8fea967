//! Exercise 10: Fisher information and the natural gradient. Book: chapter 10.
//!
//! The Fisher matrix and the tangent kernel are made of the same Jacobian, and are taken for each
//! other in print. You build the first, and its namesake, the empirical Fisher matrix; find the
//! spectrum that it shares with the kernel; and take the step that uses it, to see that the kernel
//! drops out of the training.
//!
//! `jacobian` is J, m × P: a row for each of the m samples, the gradient of its output with respect
//! to all P parameters. P may be smaller than m or very much larger. An eigenvalue of the kernel
//! JJᵀ that is at most 1e-10 of its largest counts as zero, in every function below.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex10`.

use nalgebra::{DMatrix, DVector};

/// The Fisher information of the parameters, P × P, under Gaussian noise.
///
/// The model: the label of sample i is its output plus a normal error of standard deviation
/// `noise[i]`, independent of the others. The definition: the mean of s sᵀ over labels that the
/// model itself draws, where the score s is the gradient of log p(all labels) by the parameters.
///
/// `jacobian`: m × P. `noise`: m positive numbers.
///
/// About 5 lines, after the mean is done on paper. It needs no label: the mean is over all of them.
pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    todo!("the Fisher matrix for J = {jacobian} and noise {noise}")
}

/// What is called the *empirical* Fisher matrix, P × P: each sample's own loss has a gradient; sum
/// the products of these gradients with themselves, g gᵀ, over the samples.
///
/// `jacobian`: m × P. `residuals`: m, output minus label. The loss of a sample is half of its
/// squared residual.
///
/// About 5 lines.
pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    todo!("the empirical Fisher matrix for J = {jacobian} and residuals {residuals}")
}

/// All P eigenvalues of the Fisher matrix for a noise of 1, the largest first.
///
/// `jacobian`: m × P. A network has many more parameters than there are samples: get them without a
/// P × P matrix. Each stands as often as it occurs, the zeros too.
///
/// About 6 lines. `symmetric_eigen` and `symmetric_eigenvalues` return theirs in no useful order.
pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    todo!("the eigenvalues of the Fisher matrix for J = {jacobian}")
}

/// The damped natural-gradient step of length 1, from the loss ½ |r|²: −(JᵀJ + damping · I)⁻¹ Jᵀ r.
///
/// `jacobian`: m × P. `residuals`: r, m. `damping`: not negative. Returns P numbers. With
/// `damping` = 0 there may be no inverse; then the step is the limit for ever smaller damping.
///
/// About 8 lines, with no P × P matrix: which m × m matrix can stand in for it, and where?
pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    todo!("the step for J = {jacobian}, r = {residuals}, damping {damping}")
}

/// How fast the residual's modes decay if the parameters follow that step in continuous time,
/// θ̇ = natural_step(…), while J stands still.
///
/// `jacobian`: m × P. Returns a rate for each of the m eigenvectors of JJᵀ, in the order of their
/// eigenvalues, the largest first. A mode that no parameter can move has the rate 0.
///
/// About 3 lines, after ṙ = J θ̇ is written in the eigenbasis.
pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    todo!("the rates for J = {jacobian}, damping {damping}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
