//! You weighed the squares by 1/error in your normal equations. Least squares divides each square by the
//! *square* of its error: weights 1/error², or rows and values divided by their errors.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let row = |i: usize| [1.0 / widths[i].sqrt(), 1.0 / widths[i]];
    let weight = |i: usize| 1.0 / errors[i];
    let sum = |j: usize, k: usize| -> f64 {
        (0..widths.len()).map(|i| weight(i) * row(i)[j] * row(i)[k]).sum()
    };
    let right = |j: usize| -> f64 { (0..widths.len()).map(|i| weight(i) * row(i)[j] * values[i]).sum() };
    let determinant = sum(0, 0) * sum(1, 1) - sum(0, 1).powi(2);
    let a = (sum(1, 1) * right(0) - sum(0, 1) * right(1)) / determinant;
    let b = (sum(0, 0) * right(1) - sum(0, 1) * right(0)) / determinant;
    ((a, (sum(1, 1) / determinant).sqrt()), (b, (sum(0, 0) / determinant).sqrt()))
}
