//! You renewed the covariance c and kept the variances a and b of the inputs. They pass through the
//! layer too: a becomes K(x, x), which for erf and tanh is smaller. The second layer has all of Λ¹
//! for its input, diagonal included.
//!
//! Chapter 8, "Erf: lengths to carry along".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

use crate::solution::dual;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let (a, b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        let product = (1.0 + a) * (1.0 + b);
        ntk *= square * FRAC_2_PI / (product - c * c).sqrt();
        c = square * FRAC_2_PI * (c / product.sqrt()).asin();
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
    let (a, b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        ntk *= square * dual(slope, a, b, c);
        c = square * dual(phi, a, b, c);
        ntk += c;
    }
    ntk
}
