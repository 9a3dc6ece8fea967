//! Width and value have changed places: you fitted ln width to ln value, whose slope is near 1/p.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (x, y) = (values.map(f64::ln), widths.map(f64::ln));
    let x = x.add_scalar(-x.mean());
    let weights = &x / x.norm_squared();
    (weights.dot(&y), weights.component_mul(&errors.component_div(values)).norm())
}
