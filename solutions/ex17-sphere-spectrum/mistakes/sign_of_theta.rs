//! 1 − Θ for every pair. Beyond 113° Θ is negative, and then the smaller of the two eigenvalues,
//! 1 − Θ and 1 + Θ, is the other one.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use std::f64::consts::PI;

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let below_one = |angle: f64| {
        2.0 * (angle / 2.0).sin().powi(2) + (2.0 * angle * angle.cos() - angle.sin()) / (2.0 * PI)
    };
    angles(xs).into_iter().map(below_one).fold(f64::INFINITY, f64::min)
}

fn angles(xs: &DMatrix<f64>) -> Vec<f64> {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()))
        .collect()
}
