//! You took the square root, as if the kernel grew with the square of x*. Θ(x, x) does, because x
//! stands in it twice. In Θ(x*, x₁) it stands once, so the weights grow in proportion to s.
//!
//! Chapter 14, "How long is x*".

use nalgebra::DVector;

pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    crate::solution::averaging_scale(x1, x2, x_star).sqrt()
}
