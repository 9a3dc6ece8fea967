//! You fitted a + b/√n to the values themselves: a constant and 1/√n. Multiply by √n first, then the two
//! terms are 1/√n and 1/n.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let x = widths.map(|n| 1.0 / n.sqrt());
    let y = values.clone();
    let weight = errors.map(|e| 1.0 / (e * e));
    let total = weight.sum();
    let (x_mean, y_mean) = (weight.dot(&x) / total, weight.dot(&y) / total);
    let x = x.add_scalar(-x_mean);
    let spread = weight.dot(&x.component_mul(&x));
    let b = weight.dot(&x.component_mul(&y)) / spread;
    let a = y_mean - b * x_mean;
    ((a, (1.0 / total + x_mean * x_mean / spread).sqrt()), (b, (1.0 / spread).sqrt()))
}
