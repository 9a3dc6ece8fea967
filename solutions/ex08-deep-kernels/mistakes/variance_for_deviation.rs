//! You scaled the standard normal numbers by the variances. A multiple s z has the variance s², so u is
//! √a z. Where the variances are 1 the two agree, which is why some cases pass.
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

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    let rho = if a * b > 0.0 { (c / (a * b).sqrt()).clamp(-1.0, 1.0) } else { 0.0 };
    let own_part = (1.0 - rho * rho).sqrt();
    expect(|z, own| phi(a * z) * phi(b * (rho * z + own_part * own)))
}
