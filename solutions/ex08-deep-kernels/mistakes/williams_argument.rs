//! Your layer is that of erf(z). The activation here is erf(z/√2): without the root of 2 the formulas
//! have 1 + 2a, 1 + 2b and 2c in them, as Williams printed them in 1997. Both are called the erf kernel.
//!
//! Chapter 8, "Erf: lengths to carry along".

use std::f64::consts::FRAC_2_PI;

use nalgebra::DVector;

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let k = |a: f64, b: f64, c: f64| {
        FRAC_2_PI * (2.0 * c / ((1.0 + 2.0 * a) * (1.0 + 2.0 * b)).sqrt()).asin()
    };
    let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
    let (mut ntk, square) = (c, gain * gain);
    for _ in 0..depth {
        let determinant = (1.0 + 2.0 * a) * (1.0 + 2.0 * b) - 4.0 * c * c;
        ntk *= square * 2.0 * FRAC_2_PI / determinant.sqrt();
        (a, b, c) = (square * k(a, a, a), square * k(b, b, b), square * k(a, b, c));
        ntk += c;
    }
    ntk
}
