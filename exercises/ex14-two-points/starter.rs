//! Exercise 14: two points, by hand. Book: chapter 14, worked example 1.
//!
//! Two training points, one new one, and everything fits on the back of an envelope. First with
//! kernel values that somebody assumed for you, then with the true ones of the two-layer ReLU
//! network. The answer changes, and with it the story that such a prediction averages the targets.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex14`.

use nalgebra::DVector;

/// f(x*) = θᵀ Θ⁻¹ y: the prediction of kernel regression from two points, at infinite time and with
/// f₀ = 0.
///
/// `theta_11`, `theta_12`, `theta_22`: Θ between the training points x₁ and x₂; Θ is symmetric and
/// has an inverse. `theta_1`, `theta_2`: θ, the kernel between x* and each of them. `y1`, `y2`: the
/// targets.
///
/// About 4 lines, on plain numbers: the inverse of a 2 × 2 matrix fits in your head.
pub fn two_point_prediction(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
    y1: f64,
    y2: f64,
) -> f64 {
    todo!(
        "f(x*) for Θ = {theta_11}, {theta_12}, {theta_22}, θ = {theta_1}, {theta_2}, \
         y = {y1}, {y2}"
    )
}

/// The same prediction as w₁ y₁ + w₂ y₂: the two weights, which do not depend on the targets.
///
/// Arguments as above. Do not make them sum to 1: they need not, and the last function of this
/// exercise asks when they do.
///
/// About 3 lines. The prediction is linear in the targets; which targets single out one weight?
pub fn kernel_weights(
    theta_11: f64,
    theta_12: f64,
    theta_22: f64,
    theta_1: f64,
    theta_2: f64,
) -> (f64, f64) {
    todo!("the weights for Θ = {theta_11}, {theta_12}, {theta_22}, θ = {theta_1}, {theta_2}")
}

/// Θ(x, y) = K + x·y K̇: the tangent kernel of the two-layer ReLU network.
///
/// `x`, `y`: points of the same dimension and of any length, not only unit vectors; 0 if either is
/// the zero vector. Chapter 6 has the formulas: with θ the angle between the two,
/// K = |x| |y| (sin θ + (π − θ) cos θ) / 2π and K̇ = (π − θ) / 2π.
///
/// About 8 lines; bring yours from exercise 06.
pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("Θ of {x} and {y}")
}

/// The prediction at `x_star` with the true kernel of the two-layer ReLU network.
///
/// `x1`, `x2`: the training points, not parallel. `x_star`: the new point. All have any length.
///
/// About 4 lines, from the functions above.
pub fn two_point_relu_prediction(
    x1: &DVector<f64>,
    x2: &DVector<f64>,
    x_star: &DVector<f64>,
    y1: f64,
    y2: f64,
) -> f64 {
    todo!("f({x_star}) from f({x1}) = {y1} and f({x2}) = {y2}")
}

/// The s > 0 for which the prediction at s·x* is a weighted average of the targets: there the two
/// weights sum to 1.
///
/// Arguments as above, such that the weights at x* itself have a positive sum. A network without
/// biases gives f(s·x) = s f(x) for every s > 0, and so does its kernel.
///
/// 1 line, from the function above. For which targets is the prediction the sum of the weights?
pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    todo!("the scale of {x_star} between {x1} and {x2}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
