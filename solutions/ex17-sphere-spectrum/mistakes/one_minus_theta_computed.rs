//! 1 − Θ as a difference: for neighbours Θ is 1 up to the last digits, and the difference keeps hardly
//! any. Take 1 − cos θ as 2 sin²(θ/2), and the rest together.
//!
//! Chapter 17, "The digits of a close pair".

use std::f64::consts::PI;

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    angles(xs).into_iter().map(|angle| 1.0 - theta(angle).abs()).fold(1.0, f64::min)
}

fn theta(angle: f64) -> f64 {
    (angle.sin() + 2.0 * (PI - angle) * angle.cos()) / (2.0 * PI)
}

fn angles(xs: &DMatrix<f64>) -> Vec<f64> {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()))
        .collect()
}
