//! Your line passes through (0, 0), where width and value are 1. A power law has a constant in front, so
//! its line has a height of its own: subtract the mean of ln width.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let x = widths.map(f64::ln);
    let weights = &x / x.norm_squared();
    (weights.dot(&values.map(f64::ln)), weights.component_mul(&errors.component_div(values)).norm())
}
