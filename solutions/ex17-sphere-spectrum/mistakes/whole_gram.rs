//! The smallest eigenvalue of the whole Gram matrix: what the bound is about, not the bound. All other
//! points take part in that one; here two are asked at a time.
//!
//! Chapter 17, "The smallest eigenvalue is a pair".

use nalgebra::DMatrix;

pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let m = xs.nrows();
    let gram = DMatrix::from_fn(m, m, |i, j| {
        let angle = 2.0 * (xs.row(i) - xs.row(j)).norm().atan2((xs.row(i) + xs.row(j)).norm());
        (angle.sin() + 2.0 * (std::f64::consts::PI - angle) * angle.cos()) / (2.0 * std::f64::consts::PI)
    });
    gram.symmetric_eigen().eigenvalues.min()
}
