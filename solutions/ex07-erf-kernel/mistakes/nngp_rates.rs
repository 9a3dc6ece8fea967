//! Your rates are those of K: of training the readout alone. Take Θ for the whole network,
//! `ntk_erf`.
//!
//! Chapter 7, "Which functions it can learn".

use std::f64::consts::TAU;

use nalgebra::DVector;

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let angle = |i: usize| TAU * i as f64 / points as f64;
    let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin(), bias]);
    DVector::from_fn(points / 2 + 1, |k, _| {
        let term = |i| crate::solution::nngp_erf(&point(0), &point(i)) * (k as f64 * angle(i)).cos();
        (0..points).map(term).sum()
    })
}
