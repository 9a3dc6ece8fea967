//! Your weights are 1/error. Least squares asks for squares over squared errors, so that each term counts
//! in units of what chance would make of it: 1/error².
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
    let weight = errors.component_mul(&root).map(|e| 1.0 / e);
    let total = weight.sum();
    let (x_mean, y_mean) = (weight.dot(&x) / total, weight.dot(&y) / total);
    let x = x.add_scalar(-x_mean);
    let spread = weight.dot(&x.component_mul(&x));
    let b = weight.dot(&x.component_mul(&y)) / spread;
    let a = y_mean - b * x_mean;
    ((a, (1.0 / total + x_mean * x_mean / spread).sqrt()), (b, (1.0 / spread).sqrt()))
}
