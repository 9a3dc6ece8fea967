//! Your error of a is that of the height at the centre of the data. a is the height at 1/√n = 0, outside
//! of the data, where the error of the slope adds to it.
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
    let weight = errors.component_mul(&root).map(|e| 1.0 / (e * e));
    let total = weight.sum();
    let (x_mean, y_mean) = (weight.dot(&x) / total, weight.dot(&y) / total);
    let x = x.add_scalar(-x_mean);
    let spread = weight.dot(&x.component_mul(&x));
    let b = weight.dot(&x.component_mul(&y)) / spread;
    let a = y_mean - b * x_mean;
    ((a, (1.0 / total).sqrt()), (b, (1.0 / spread).sqrt()))
}
