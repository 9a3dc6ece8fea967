//! Your error comes from the scatter about the line, as in most programs for regression. It takes the line
//! for true: two widths would have no error at all. The values bring errors of their own; use them.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (exponent, _) = crate::solution::fit_exponent(widths, values, errors);
    let (x, y) = (widths.map(f64::ln), values.map(f64::ln));
    let (x, y) = (x.add_scalar(-x.mean()), y.add_scalar(-y.mean()));
    let left = (y - &x * exponent).norm_squared() / (widths.len() as f64 - 2.0).max(1.0);
    (exponent, (left / x.norm_squared()).sqrt())
}
