//! The bound from the pair that is worst at it. Every pair gives an upper bound; the smallest of them
//! says most.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    angles(xs).into_iter().map(crate::solution::one_pair).fold(0.0, f64::max)
}

fn angles(xs: &DMatrix<f64>) -> Vec<f64> {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()))
        .collect()
}
