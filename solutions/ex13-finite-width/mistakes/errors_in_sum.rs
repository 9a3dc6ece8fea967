//! You added up the parts of the error as if all widths were off in the worst direction at once. They are
//! independent: add the squares and take the root.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (exponent, _) = crate::solution::fit_exponent(widths, values, errors);
    let x = widths.map(f64::ln);
    let x = x.add_scalar(-x.mean());
    let relative = errors.component_div(values);
    (exponent, x.component_mul(&relative).map(f64::abs).sum() / x.norm_squared())
}
