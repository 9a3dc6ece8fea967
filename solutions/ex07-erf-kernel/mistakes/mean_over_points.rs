//! You have the mean over the points where the sum belongs. The mean tends to a Fourier coefficient
//! as N grows; the eigenvalue of the N × N matrix is N times as large, because every point teaches.
//!
//! Chapter 7, "Which functions it can learn".

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    crate::solution::circle_rates(radius, bias, points) / points as f64
}
