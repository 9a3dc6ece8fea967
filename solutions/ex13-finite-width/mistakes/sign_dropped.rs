//! You returned p for n^(−p). The exponent is that of the width itself: negative where values fall.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (exponent, error) = crate::solution::fit_exponent(widths, values, errors);
    (-exponent, error)
}
