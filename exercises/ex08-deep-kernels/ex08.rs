//! Exercise 08: kernels of deep networks. Book: chapter 8.
//!
//! One loop turns the kernel of one hidden layer into that of a hundred. You write it for ReLU,
//! where an angle says everything, for erf, where the lengths have to be carried along, and for any
//! smooth activation, by numerical integration. Most slips in it are invisible at depth 1.
//!
//! In all of them `depth` is the number L of hidden layers, and `gain` the factor c before every
//! layer but the first: hˡ⁺¹ = c/√n Wˡ⁺¹ φ(hˡ).
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex08`.

use nalgebra::DVector;

/// The angle between two inputs after one layer of ReLU, from the angle before it.
///
/// `theta`: between 0 and π. The angle after the layer is the θ′ with
/// cos θ′ = K(x, y) / √(K(x, x) K(y, y)), where K is the NNGP kernel of one hidden layer, the one
/// of exercise 06. Neither lengths nor gain matter for it.
///
/// About 3 lines. Angles shrink with depth, so keep the digits of small ones: work with 1 − cos θ′,
/// written without a difference of nearly equal numbers, and not with cos θ′.
pub fn relu_angle(theta: f64) -> f64 {
    todo!("the angle after a layer, from {theta}")
}

/// Θᴸ(x, y) of a deep ReLU network.
///
/// `x`, `y`: points of the same dimension and of any length; 0 if either is the zero vector. At
/// depth 0 there is no hidden layer, and Θ⁰ = K⁰ = x·y whatever the gain.
///
/// About 12 lines. Between layers you need an angle and what is left of |x| |y|. Carry the angle
/// itself: `acos` of a covariance loses half of its digits near 0 and near π, anew in each layer.
pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    todo!("Θ of {x} and {y} at depth {depth} with the gain {gain}")
}

/// Θᴸ(x, y) of a deep network with the activation erf(z/√2).
///
/// Arguments as above. One layer of gain 1 takes a pair with variances a, b and covariance c to
/// K = 2/π arcsin(c / √((1 + a)(1 + b))) and K̇ = 2/π / √((1 + a)(1 + b) − c²).
///
/// About 12 lines. Which a and b does the second layer see?
pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    todo!("Θ of {x} and {y} at depth {depth} with the gain {gain}")
}

/// E[φ(u) φ(v)] for a Gaussian pair (u, v) of mean zero, by numerical integration.
///
/// `phi`: a smooth function. `a`, `b`: the variances of u and v; `c`: their covariance, with
/// c² ≤ ab up to rounding. Equality occurs: x with itself, x with 2x. Zero variances occur as well.
///
/// About 10 lines. Make u and v of two independent standard normal numbers z and z′, and sum over
/// both on a grid from −10 to 10 in steps of 1/8, weighted by step times density. For smooth φ that
/// is exact to rounding.
pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    todo!("E[φ(u) φ(v)] for φ(1) = {}, a = {a}, b = {b}, c = {c}", phi(1.0))
}

/// Θᴸ(x, y) for any smooth activation φ.
///
/// `phi`, `slope`: φ and its derivative φ′. The rest as above; nothing is special about zero
/// vectors here.
///
/// About 10 lines, with `dual` for every expectation.
pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    todo!("Θ of {x} and {y} for φ(1) = {}, φ′(1) = {}, {depth}, {gain}", phi(1.0), slope(1.0))
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
