//! You have the coefficients of a cosine series: those with k > 0 carry a factor 2/N there, the
//! first one 1/N. An eigenvalue is the plain sum over a row of the matrix, for every k.
//!
//! Chapter 7, "Which functions it can learn".

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let rates = crate::solution::circle_rates(radius, bias, points) / points as f64;
    DVector::from_fn(rates.len(), |k, _| if k == 0 { rates[k] } else { 2.0 * rates[k] })
}
