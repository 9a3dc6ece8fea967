//! You summed over half of the circle. A row of the matrix has all N points in it. The other half
//! repeats the values in reverse order, but the points at 0 and π stand once.
//!
//! Chapter 7, "Which functions it can learn".

use std::f64::consts::TAU;

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let angle = |i: usize| TAU * i as f64 / points as f64;
    let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin()]);
    DVector::from_fn(points / 2 + 1, |k, _| {
        let theta = |i| crate::solution::ntk_erf(&point(0), &point(i), bias);
        (0..=points / 2).map(|i| theta(i) * (k as f64 * angle(i)).cos()).sum()
    })
}
