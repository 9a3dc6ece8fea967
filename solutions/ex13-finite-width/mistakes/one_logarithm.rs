//! You took the logarithm of the values only. That makes an exponential straight, e^(−cn), not a power.
//! The width needs its logarithm too.
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
    (weights.dot(&values.map(f64::ln)), weights.component_mul(&errors.component_div(values)).norm())
}
