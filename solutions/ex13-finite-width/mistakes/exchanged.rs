//! a and b have changed places. On the axes (1/√n, √n v) the height is a, the part in 1/√n; the slope is b,
//! the part in 1/n.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let (a, b) = crate::solution::two_powers(widths, values, errors);
    (b, a)
}
