//! You sorted the eigenvalues. They are asked for in the order of the harmonics, k = 0, 1, 2, …: a
//! rate means little without the function that it belongs to.
//!
//! Chapter 7, "Which functions it can learn".

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let mut rates = crate::solution::circle_rates(radius, bias, points).as_slice().to_vec();
    rates.sort_by(|one, other| other.total_cmp(one));
    DVector::from_vec(rates)
}
