//! Your errors come from the scatter about the curve. They take the law for true, and vanish where two
//! widths fix it exactly. The values bring errors of their own; use them.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let ((a, error_a), (b, error_b)) = crate::solution::two_powers(widths, values, errors);
    let curve = widths.map(|n| a / n.sqrt() + b / n);
    let chi = (values - curve).component_div(errors).norm_squared();
    let scale = (chi / (widths.len() as f64 - 2.0).max(1.0)).sqrt();
    ((a, error_a * scale), (b, error_b * scale))
}
