use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};

pub fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64 {
    // The first layer sums the d features, and d stays: no factor. Every later one sums the n units
    // below it, where n is the number that will grow.
    let mut h = &weights[0] * x;
    for layer in &weights[1..] {
        let n = h.len() as f64;
        h = layer * h.map(phi) * (gain / n.sqrt());
    }
    h[0]
}

pub fn variance_by_depth(
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    gain: f64,
    depth: usize,
) -> DVector<f64> {
    let mut variances = vec![x.norm_squared()];
    for layer in 0..depth {
        // The next weights have mean 0, so what counts is E[φ²], not the variance of φ.
        let deviation = variances[layer].sqrt();
        variances.push(gain * gain * expect(|z| phi(deviation * z).powi(2)));
    }
    DVector::from_vec(variances)
}

/// E[g(z)] for z ~ N(0, 1).
fn expect(g: impl Fn(f64) -> f64) -> f64 {
    let step = 1.0 / 8.0;
    let term = |z: f64| step * (-z * z / 2.0).exp() / TAU.sqrt() * g(z);
    (-80..=80).map(|k| term(f64::from(k) * step)).sum()
}

pub fn nngp_monte_carlo(
    x: &DVector<f64>,
    y: &DVector<f64>,
    phi: fn(f64) -> f64,
    draws: &DMatrix<f64>,
) -> (f64, f64) {
    let guesses = (draws * x).map(phi).component_mul(&(draws * y).map(phi));
    let count = guesses.len() as f64;
    let mean = guesses.sum() / count;
    // The mean is taken from the same guesses, which costs one of them: N − 1.
    let variance = guesses.map(|guess| (guess - mean).powi(2)).sum() / (count - 1.0);
    (mean, (variance / count).sqrt())
}

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let count = outputs.len() as f64;
    let mean = outputs.sum() / count;
    let moment = |power| outputs.map(|f| (f - mean).powi(power)).sum() / count;
    moment(4) / moment(2).powi(2) - 3.0
}

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    // Given the hidden layer, f ~ N(0, V): E[f²] = E[V] and E[f⁴] = 3 E[V²]. So the excess is three
    // times the relative variance of V, and is 0 exactly if all networks have the same V.
    let v: DVector<f64> = hidden.map(|h| phi(h).powi(2)).column_sum();
    let mean = v.sum() / v.len() as f64;
    let variance = v.map(|v| (v - mean).powi(2)).sum() / v.len() as f64;
    3.0 * variance / mean.powi(2)
}
