//! Exercise 15: rates from eigenvalues, for two points. Book: chapter 15.
//!
//! "The smallest eigenvalue sets the pace" is true at worst. Two points show the whole of it: which
//! labels are slow, which are fast however ill-conditioned the kernel, and how long it takes.
//!
//! From the second function on the kernel of the two points is Θ = [[1, ρ], [ρ, 1]] with −1 ≤ ρ ≤ 1,
//! training is gradient flow on half of the squared residual, and the network starts at f = 0.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex15`.

use nalgebra::DVector;

/// The eigenvalues of Θ = [[a, b], [b, d]], the larger one first.
///
/// Θ is positive semidefinite, and may be singular. Both are asked to twelve digits (as long as
/// a·d − b² is itself known to so many), and the smaller one may be a millionth of the larger.
///
/// About 4 lines. The two roots of the quadratic equation: where do digits get lost, and which
/// product do the two roots have?
pub fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64) {
    todo!("the eigenvalues of [[{a}, {b}], [{b}, {d}]]")
}

/// The two outputs after the time `t`.
///
/// `y`: the two labels. About 5 lines, no matrix needed: take the labels apart into a part that both
/// points share and a part in which they differ.
pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    todo!("f({t}) for ρ = {rho}, y = {y}")
}

/// The rate at which the residual decays in the end: r in |f − y| ~ e^{−rt} for large t.
///
/// The labels decide which modes there are to decay. If part of them is never learned, the rate is
/// 0; if there is no residual at all, it is infinite: `f64::INFINITY`. About 6 lines.
pub fn late_rate(rho: f64, y: &DVector<f64>) -> f64 {
    todo!("the late rate for ρ = {rho}, y = {y}")
}

/// The first time at which both outputs are within `epsilon` of their labels.
///
/// 0 if they are at once, `f64::INFINITY` if they never are. `epsilon` > 0 is absolute. About 10
/// lines: the larger of the two errors has a formula, its time has none if both modes take part.
/// Search; ten digits are asked.
pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    todo!("the time to {epsilon} for ρ = {rho}, y = {y}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
