//! Gauss–Legendre quadrature.

use std::f64::consts::PI;

/// Nodes and weights on [−1, 1], exact for polynomials of degree 2n − 1.
pub(crate) fn gauss_legendre(n: usize) -> Vec<(f64, f64)> {
    let node = |i: usize| {
        // Newton's method from Tricomi's approximation.
        let mut x = (PI * (i as f64 + 0.75) / (n as f64 + 0.5)).cos();
        for _ in 0..100 {
            let (value, slope) = legendre(n, x);
            let step = value / slope;
            x -= step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        let slope = legendre(n, x).1;
        (x, 2.0 / ((1.0 - x * x) * slope * slope))
    };
    (0..n).map(node).collect()
}

/// Pₙ(x) and Pₙ′(x).
fn legendre(n: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (1.0, x);
    for k in 2..=n {
        let k = k as f64;
        (before, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * before) / k);
    }
    (value, n as f64 * (x * value - before) / (x * x - 1.0))
}

/// ∫ g over [from, to] by one panel of these nodes.
pub(crate) fn integrate(nodes: &[(f64, f64)], from: f64, to: f64, g: impl Fn(f64) -> f64) -> f64 {
    let (middle, half) = ((from + to) / 2.0, (to - from) / 2.0);
    half * nodes.iter().map(|&(x, weight)| weight * g(middle + half * x)).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_nodes_integrate_degree_thirty_one() {
        let nodes = gauss_legendre(16);
        let found = integrate(&nodes, 0.0, 2.0, |x| x.powi(31));
        assert!((found / (2f64.powi(32) / 32.0) - 1.0).abs() < 1e-13);
    }
}
