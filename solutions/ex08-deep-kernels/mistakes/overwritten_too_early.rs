//! You overwrote a and b before c was computed, so the new covariance comes from two new variances and
//! an old covariance: a pair that never existed. Compute all three from the old ones, then replace them
//! together, for example as a tuple: (a, b, c) = (…, …, …).
//!
//! Chapter 8, "Erf: lengths to carry along".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

use crate::solution::dual;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let k = |a: f64, b: f64, c: f64| FRAC_2_PI * (c / ((1.0 + a) * (1.0 + b)).sqrt()).asin();
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        ntk *= square * FRAC_2_PI / ((1.0 + a) * (1.0 + b) - c * c).sqrt();
        a = square * k(a, a, a);
        b = square * k(b, b, b);
        c = square * k(a, b, c);
        ntk += c;
    }
    ntk
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        ntk *= square * dual(slope, a, b, c);
        a = square * dual(phi, a, a, a);
        b = square * dual(phi, b, b, b);
        c = square * dual(phi, a, b, c);
        ntk += c;
    }
    ntk
}
