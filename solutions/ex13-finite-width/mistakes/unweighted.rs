//! Every width weighs the same in your fit. Here the errors differ, by the factor √n alone already: divide
//! each square by that of its error.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let root = widths.map(f64::sqrt);
    let x = root.map(|r| 1.0 / r);
    let y = values.component_mul(&root);
    let e = errors.component_mul(&root);
    let (count, x_mean, y_mean) = (x.len() as f64, x.mean(), y.mean());
    let x = x.add_scalar(-x_mean);
    let slope = &x / x.norm_squared();
    let height = slope.map(|w| 1.0 / count - w * x_mean);
    let b = slope.dot(&y);
    ((y_mean - b * x_mean, height.component_mul(&e).norm()), (b, slope.component_mul(&e).norm()))
}
