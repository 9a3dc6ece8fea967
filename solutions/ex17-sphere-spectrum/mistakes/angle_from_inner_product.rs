//! The angle was taken as acos of the inner product, which for neighbours is 1 to the last digit: half
//! of the angle's digits are lost, or all. The distance |x − y| has them.
//!
//! Chapter 17, "The digits of a close pair".

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    let angle = |(i, j): (usize, usize)| xs.row(i).dot(&xs.row(j)).clamp(-1.0, 1.0).acos();
    pairs.map(|pair| crate::solution::one_pair(angle(pair))).fold(1.0, f64::min)
}
