//! This is ln(1 + e^f) − y f: right, and safe from overflow. But for a point that is learned it is a
//! difference of two nearly equal numbers, and a loss of e⁻⁴⁰ comes out as 0.
//!
//! Chapter 21, "The loss and its residual".

use nalgebra::DVector;

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let softplus = |z: f64| z.max(0.0) + (-z.abs()).exp().ln_1p();
    f.iter().zip(y).map(|(&f, &y)| softplus(f) - y * f).sum()
}
