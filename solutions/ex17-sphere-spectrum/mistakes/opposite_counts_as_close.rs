//! Opposite points are taken for close ones. Here Θ(x, −x) = 0: the gates of x are shut where those of
//! −x are open, and the pair by itself is as good as orthogonal.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use std::f64::consts::PI;

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let folded = angles(xs).into_iter().map(|angle| angle.min(PI - angle));
    folded.map(crate::solution::one_pair).fold(1.0, f64::min)
}

fn angles(xs: &DMatrix<f64>) -> Vec<f64> {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()))
        .collect()
}
