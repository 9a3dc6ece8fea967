//! Your angles go from 0 to π. N equispaced points of a whole circle stand at 2πi/N.
//!
//! Chapter 7, "Which functions it can learn".

use std::f64::consts::PI;

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let angle = |i: usize| PI * i as f64 / points as f64;
    let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin()]);
    DVector::from_fn(points / 2 + 1, |k, _| {
        let theta = |i| crate::solution::ntk_erf(&point(0), &point(i), bias);
        (0..points).map(|i| theta(i) * (k as f64 * angle(i)).cos()).sum()
    })
}
