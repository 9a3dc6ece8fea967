//! Exercise 13: what width changes. Book: chapter 13.
//!
//! A wide network's kernel starts some way from its limit, and drifts while it is trained. The two
//! shrink by different powers of the width, and are taken for one another all the time. You fit
//! powers to what real networks gave, and say what the data decide and what they do not.
//!
//! An error is always one standard error. A pair (value, error) returns it second.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex13`.

use nalgebra::DVector;

/// The root mean square of one number from each of several random networks, and its error.
///
/// `values`: one for each seed, of either sign, two at least. The square of the root mean square is
/// the mean of the squares, whose error you know how to estimate; the error of its root follows by
/// the root's derivative. If all values are 0, so are both results.
///
/// About 6 lines. The variance of a sample divides by its size less one.
pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    todo!("the root mean square of {values}")
}

/// The exponent p of a power law, value ∝ widthᵖ, and its error.
///
/// `widths`: two different ones at least. `values` at these widths, positive, with their `errors`,
/// which are small beside them and independent of each other. Take the line of least squares through
/// the logarithms, every width weighing the same: with as many seeds everywhere, the relative errors
/// are about equal.
///
/// The error follows from `errors`: the slope is a sum of the logarithms, each with a weight. About
/// 8 lines.
pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    todo!("the exponent for widths = {widths}, values = {values}, errors = {errors}")
}

/// What a measured exponent decides: the one candidate that it allows, or `None`.
///
/// It allows a candidate at most 4 errors away. If it allows none of them, each is refuted; if it
/// allows several, it cannot tell. In both cases nothing is decided in favour of one.
///
/// About 4 lines.
pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    todo!("what {exponent} ± {error} decides between {candidates}")
}

/// Two powers at once: ((a, its error), (b, its error)) in value = a / √width + b / width.
///
/// A fluctuation at the start has only an a, the drift of a smooth network only a b. What has both
/// shows a slope in between, which changes with the width. `values` may be negative here. Least
/// squares once more, each square divided by that of its error.
///
/// The errors of a and b follow from `errors`, not from how well the curve fits. About 12 lines.
/// Multiply by √width first: what against what is a straight line then, and which errors has it?
pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    todo!("a and b for widths = {widths}, values = {values}, errors = {errors}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
