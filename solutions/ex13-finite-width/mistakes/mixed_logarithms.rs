//! You took logarithms to base 10, and relative errors beside them. log₁₀ v is off by δ/(v ln 10): your
//! error is 2.3 times too large.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (exponent, error) = crate::solution::fit_exponent(widths, values, errors);
    (exponent, error * std::f64::consts::LN_10)
}
