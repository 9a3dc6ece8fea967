//! You took the errors of the values for those of their logarithms. ln v is off by δ/v if v is off by δ:
//! relative errors belong here.
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
    (exponent, (&x / x.norm_squared()).component_mul(errors).norm())
}
