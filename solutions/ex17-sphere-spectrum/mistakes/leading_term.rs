//! The closest angle over 2π. That is the bound's leading term for neighbours, not the bound: for two
//! points alone λ_min is larger than this.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use std::f64::consts::PI;

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    angles(xs).into_iter().fold(PI, f64::min) / (2.0 * PI)
}

fn angles(xs: &DMatrix<f64>) -> Vec<f64> {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()))
        .collect()
}
