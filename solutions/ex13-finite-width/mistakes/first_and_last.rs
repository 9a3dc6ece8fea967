//! You joined the first width and the last. That is a slope, but it throws away what lies between, and its
//! error is larger for it.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let last = widths.len() - 1;
    let step = (widths[last] / widths[0]).ln();
    let error = (errors[last] / values[last]).hypot(errors[0] / values[0]);
    ((values[last] / values[0]).ln() / step, error / step.abs())
}
