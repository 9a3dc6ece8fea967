//! You fitted the values as they are, every width weighing the same. The narrow networks have the largest
//! values and the largest errors, and decide alone. Divide each square by that of its error.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let row = |i: usize| [1.0 / widths[i].sqrt(), 1.0 / widths[i]];
    let sum = |j: usize, k: usize| -> f64 {
        (0..widths.len()).map(|i| row(i)[j] * row(i)[k]).sum()
    };
    let right = |j: usize| -> f64 { (0..widths.len()).map(|i| row(i)[j] * values[i]).sum() };
    let determinant = sum(0, 0) * sum(1, 1) - sum(0, 1).powi(2);
    let a = (sum(1, 1) * right(0) - sum(0, 1) * right(1)) / determinant;
    let b = (sum(0, 0) * right(1) - sum(0, 1) * right(0)) / determinant;
    let part = |j: usize, i: usize| {
        (sum(1 - j, 1 - j) * row(i)[j] - sum(0, 1) * row(i)[1 - j]) / determinant * errors[i]
    };
    let error = |j: usize| (0..widths.len()).map(|i| part(j, i).powi(2)).sum::<f64>().sqrt();
    ((a, error(0)), (b, error(1)))
}
