//! Your exponent is right. In its error you divided by Σ x², where Σ (x − x̄)² belongs: how well a slope is
//! known depends on how far apart the widths are, not on how large.
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
    let weights = &x / x.norm_squared();
    (exponent, weights.component_mul(&errors.component_div(values)).norm())
}
