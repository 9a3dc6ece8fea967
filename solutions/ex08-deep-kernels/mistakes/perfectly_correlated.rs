//! You made u and v from one z, so that they are perfectly correlated whatever c is. v has a part of its
//! own besides: v = s z + r z′ with s = c/√a and r² = b − s².
//!
//! Chapter 8, "Any other activation".

use std::f64::consts::TAU;

/// E[g(z, z′)] for independent standard normal numbers.
fn expect(g: impl Fn(f64, f64) -> f64) -> f64 {
    let weight = |z: f64| (-z * z / 2.0).exp() / TAU.sqrt() / 8.0;
    let grid = (-80..=80).map(|k| f64::from(k) / 8.0);
    let row = |z: f64| grid.clone().map(|own| weight(own) * g(z, own)).sum::<f64>();
    grid.clone().map(|z| weight(z) * row(z)).sum()
}

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, _c: f64) -> f64 {
    expect(|z, _| phi(a.sqrt() * z) * phi(b.sqrt() * z))
}
