//! You fitted a straight line to the values themselves. A power law is straight only when both axes are
//! logarithmic; its slope there is the exponent.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let x = widths.add_scalar(-widths.mean());
    let weights = &x / x.norm_squared();
    (weights.dot(values), weights.component_mul(errors).norm())
}
