//! You weighed each width by its error. That is right for a law that is a power exactly. Here every width
//! is to weigh the same: exponents are asymptotic, and weights would favour the widths that happen to be
//! measured best.
//!
//! Chapter 13, "A slope and its error".

use nalgebra::DVector;

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let (x, y) = (widths.map(f64::ln), values.map(f64::ln));
    let w = errors.component_div(values).map(|e| 1.0 / (e * e));
    let centre = w.dot(&x) / w.sum();
    let x = x.add_scalar(-centre);
    let spread = w.dot(&x.component_mul(&x));
    (w.component_mul(&x).dot(&y) / spread, (1.0 / spread).sqrt())
}
