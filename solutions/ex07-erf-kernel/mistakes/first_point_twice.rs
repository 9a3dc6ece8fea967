//! You counted the first point twice: the angles 0 and 2π are the same point. N points have the
//! angles 2πi/N for i = 0, …, N − 1.
//!
//! Chapter 7, "Which functions it can learn".

use std::f64::consts::TAU;

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let angle = |i: usize| TAU * i as f64 / points as f64;
    let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin()]);
    DVector::from_fn(points / 2 + 1, |k, _| {
        let theta = |i| crate::solution::ntk_erf(&point(0), &point(i), bias);
        (0..=points).map(|i| theta(i) * (k as f64 * angle(i)).cos()).sum()
    })
}
