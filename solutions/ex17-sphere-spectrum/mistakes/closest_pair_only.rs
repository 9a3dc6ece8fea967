//! You took the closest pair and looked at no other. Its bound is 1 − |Θ|, and |Θ| has a second rise
//! beyond 113°, where Θ is negative: with no close pair a wide one may give the better bound.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    let angles = pairs
        .map(|(i, j)| 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm()));
    crate::solution::one_pair(angles.fold(f64::INFINITY, f64::min))
}
