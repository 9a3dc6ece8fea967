//! Networks and variances with an eye for each factor: what several of the mistakes are made of.

use nalgebra::{DMatrix, DVector};

/// The output of a network whose layers multiply by what `factor` says of their number (from 0) and
/// their matrix; `input` is what the first one reads.
pub fn forward(
    weights: &[DMatrix<f64>],
    input: &DVector<f64>,
    phi: impl Fn(f64) -> f64,
    factor: impl Fn(usize, &DMatrix<f64>) -> f64,
) -> f64 {
    let mut h = &weights[0] * input * factor(0, &weights[0]);
    for (number, layer) in weights.iter().enumerate().skip(1) {
        h = layer * h.map(&phi) * factor(number, layer);
    }
    h[0]
}

/// gain/√n, with n the number of units that a layer reads.
pub fn fan_in(gain: f64, layer: &DMatrix<f64>) -> f64 {
    gain / (layer.ncols() as f64).sqrt()
}

/// E[g(z)] for z ~ N(0, 1).
pub fn expect(g: impl Fn(f64) -> f64) -> f64 {
    let density = |z: f64| (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt();
    (-80..=80).map(|k| f64::from(k) / 8.0).map(|z| density(z) * g(z) / 8.0).sum()
}

/// The variances from the first one and the rule of a layer.
pub fn variances(first: f64, depth: usize, rule: impl Fn(f64) -> f64) -> DVector<f64> {
    let all = std::iter::successors(Some(first), |&variance| Some(rule(variance)));
    DVector::from_iterator(depth + 1, all.take(depth + 1))
}
