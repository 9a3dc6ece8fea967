//! You returned the sum of the weights at x*. Scaling x* by s multiplies it by s; to bring it to 1,
//! divide by it.
//!
//! Chapter 14, "How long is x*".

use nalgebra::DVector;

pub fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    1.0 / crate::solution::averaging_scale(x1, x2, x_star)
}
