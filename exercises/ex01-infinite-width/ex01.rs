//! Exercise 01: the infinite-width limit. Book: chapter 1.
//!
//! A random network is a random number at each input. You draw no network here; you are handed the
//! draws, compute what comes out, and find what becomes of it when the layers grow: its variance,
//! its covariance, and how far it still is from a Gaussian. Where each factor stands is the point.
//!
//! Replace each `todo!`, save, and run `cargo run -- check ex01`.

use nalgebra::{DMatrix, DVector};

/// f(x): the output of a network in NTK parametrisation.
///
/// `weights`: one matrix for each layer of weights, the first one first; a layer of n units on top
/// of one of k has an n × k matrix, and the last layer has one row. The entries are as they were
/// drawn, with variance 1: every factor is yours to put in. `phi`: the activation of each hidden
/// layer. `gain`: c, of every layer that reads a hidden layer.
///
/// About 6 lines. A pre-activation is to keep a variance of order one, however many units it sums.
/// Which layers sum many, and what does the first one sum?
pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    todo!("f({x}) for {} layers, φ(1) = {}, gain {gain}", weights.len(), phi(1.0))
}

/// The variance of a pre-activation in each layer of an infinitely wide network, at the input x.
///
/// `phi`, `gain`: as above. `depth`: the number L of hidden layers. Returns L + 1 numbers: that of
/// the first layer, which no activation has touched, up to that of the output.
///
/// About 8 lines. In the limit each pre-activation is Gaussian with mean 0, so one number says all.
/// Take an expectation over a standard normal z as a sum on the grid from −10 to 10 in steps of 1/8,
/// with the weight step · density; that is exact to rounding.
pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    todo!("the variances at {x} for φ(1) = {}, gain {gain}, depth {depth}", phi(1.0))
}

/// K(x, y) of one hidden layer, gain 1, estimated from random neurons, and the estimate's standard
/// error.
///
/// `draws`: N × d, at least two rows. Each row holds the weights w ~ N(0, I) of one neuron.
///
/// About 6 lines. Each neuron gives one unbiased guess of E[φ(w·x) φ(w·y)]; the error is that of
/// their mean, judged by how much they scatter.
pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    todo!("K of {x} and {y} for φ(1) = {} from {} draws", phi(1.0), draws.nrows())
}

/// How far these outputs are from a Gaussian: their excess kurtosis.
///
/// `outputs`: of many networks at one input, not all the same. The kurtosis is the fourth central
/// moment in units of the squared variance; the excess is what it has above a Gaussian's. All
/// moments are plain means over these outputs, with no correction for their small number.
///
/// About 4 lines.
pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    todo!("the excess kurtosis of {outputs}")
}

/// The same for all the readouts that one could put on top: the excess kurtosis of f(x) when each
/// network's readout weights are N(0, 1), and its hidden layer is as given.
///
/// `hidden`: N × n, the pre-activations of the last hidden layer at x. One row is one network, and
/// the N networks are equally likely. At least one of them is not silent. `phi`: its activation.
///
/// About 5 lines, without a random number. Given its hidden layer, a network's output is exactly
/// Gaussian. With which variance? What are E[f²] and E[f⁴] over networks? Gain and 1/√n drop out.
pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    todo!("the excess kurtosis over {hidden} for φ(1) = {}", phi(1.0))
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
