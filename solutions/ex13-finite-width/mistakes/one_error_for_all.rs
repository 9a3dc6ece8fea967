//! You gave every width the same relative error, their mean. The widths at the ends move a slope most, and
//! one in the middle hardly at all: take each error with its own weight.
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
    (exponent, errors.component_div(values).mean() / x.add_scalar(-x.mean()).norm())
}
